namespace Marque.Versions.Schemes;

/// <summary>VERS type <c>datetime</c>: instants of RFC 3339, section 5.6, compared as such.</summary>
internal static class Instants
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => TryParse(text, out _, out _);

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (!TryParse(a, out var secondsA, out var fractionA) || !TryParse(b, out var secondsB, out var fractionB)) return 0;
        return secondsA != secondsB ? secondsA.CompareTo(secondsB) : fractionA.TrimEnd('0').SequenceCompareTo(fractionB.TrimEnd('0'));
    }

    /// <summary>Seconds since the year 1 and the digits behind the point. Leap seconds belong to the next minute.</summary>
    private static bool TryParse(ReadOnlySpan<char> text, out long seconds, out ReadOnlySpan<char> fraction)
    {
        seconds = 0;
        fraction = default;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':') return false;
        if (!Number(text[..4], 1, 9999, out var year) || !Number(text[5..7], 1, 12, out var month) || !Number(text[8..10], 1, DateTime.DaysInMonth(year, month), out var day)) return false;
        if (!Number(text[11..13], 0, 23, out var hour) || !Number(text[14..16], 0, 59, out var minute) || !Number(text[17..19], 0, 60, out var second)) return false;
        var rest = text[19..];
        if (Runs.Take(ref rest, '.') && (fraction = Runs.Digits(ref rest)).IsEmpty) return false;
        if (!Offset(rest, out var offset)) return false;
        seconds = (new DateTime(year, month, day).Ticks / TimeSpan.TicksPerSecond) + (hour * 3600) + (minute * 60) + second - (offset * 60);
        return true;
    }

    private static bool Offset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z" or "z") return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':' || !Number(text[1..3], 0, 23, out var hour) || !Number(text[4..], 0, 59, out var minute)) return false;
        minutes = ((hour * 60) + minute) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, int least, int most, out int number)
    {
        number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = (number * 10) + c - '0';
        }
        return number >= least && number <= most;
    }
}
