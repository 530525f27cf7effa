namespace Marque.Versions.Ranges;

/// <summary>Ranges over semantic versions: node-semver ("Ranges"), Cargo ("Specifying dependencies"), pub and Hex.</summary>
internal static class NodeTerms
{
    internal static void Npm(RangeReader reader, string text)
    {
        var hyphen = text.IndexOf(" - ", StringComparison.Ordinal);
        if (hyphen < 0)
        {
            reader.Comparators(text, Node);
            return;
        }
        var target = reader.Begin();
        Node(reader, target, ">=", text[..hyphen].Trim());
        Node(reader, target, "<=", text[(hyphen + 3)..].Trim());
    }

    internal static void Cargo(RangeReader reader, string text) => reader.Comparators(text, static (r, t, sign, version) => Node(r, t, sign.Length == 0 && !version.Contains('*', StringComparison.Ordinal) ? "^" : sign, version));

    internal static void Pub(RangeReader reader, string text)
    {
        if (text.Trim() == "any") reader.Begin();
        else reader.Comparators(text, Node);
    }

    // Of Hex only the pessimistic operator differs: ~> 2.0 goes up to 3.0, ~> 2.0.1 up to 2.1.
    internal static void Hex(RangeReader reader, string text) => reader.Comparators(text, static (r, t, sign, version) =>
    {
        if (sign == "~>" && Numbers.TryRead(version, 3, out var numbers) && numbers.Parts.Count > 0) r.And(t, numbers.Padded(3) + Pre(numbers), numbers.Next(Math.Max(0, numbers.Parts.Count - 2), 3));
        else Node(r, t, sign, version);
    });

    private static void Node(RangeReader reader, Alternative target, string sign, string version)
    {
        if (!Numbers.TryRead(version, 3, out var numbers) || numbers.Rest is not ("" or ['-' or '+', ..]))
        {
            reader.Fail($"'{version}' is no version, whole or partial");
            return;
        }
        var count = numbers.Parts.Count;
        var floor = numbers.Padded(3) + Pre(numbers);
        switch (sign)
        {
            case "" or "=" or "==" when count == 3:
                reader.And(target, VersComparator.Equal, floor);
                break;
            case "!=" when count == 3:
                reader.And(target, VersComparator.NotEqual, floor);
                break;
            case "" or "=" or "==" or "~" or "~>" or "^" or ">=" or "<=" when count == 0:
                break;
            case "" or "=" or "==":
                reader.And(target, floor, numbers.Next(count - 1, 3));
                break;
            case "~" or "~>":
                reader.And(target, floor, numbers.Next(Math.Min(count - 1, 1), 3));
                break;
            case "^":
                reader.And(target, floor, numbers.Next(numbers.FirstNonZero, 3));
                break;
            case ">" when count is 1 or 2:
                reader.And(target, VersComparator.GreaterOrEqual, numbers.Next(count - 1, 3));
                break;
            case "<=" when count < 3:
                reader.And(target, VersComparator.Less, numbers.Next(count - 1, 3));
                break;
            case ">" or ">=" or "<" or "<=" when count > 0:
                reader.And(target, Comparator(sign), floor);
                break;
            default:
                reader.Fail($"'{sign}{version}' is no comparator");
                break;
        }
    }

    /// <summary>The comparator of a plain sign, as most notations write it.</summary>
    internal static VersComparator Comparator(string sign) => sign switch
    {
        "<" or "<<" => VersComparator.Less,
        "<=" or "=<" => VersComparator.LessOrEqual,
        ">" or ">>" => VersComparator.Greater,
        ">=" or "=>" => VersComparator.GreaterOrEqual,
        "!=" or "<>" => VersComparator.NotEqual,
        _ => VersComparator.Equal,
    };

    // Build metadata is no part of a bound.
    private static string Pre(Numbers numbers) => numbers.Rest.Split('+')[0];
}
