using Marque.Versions.Schemes;

namespace Marque.Versions.Ranges;

/// <summary>Version specifiers of Python (PEP 440, "Version specifiers").</summary>
internal static class PyPITerms
{
    internal static void Read(RangeReader reader, string text)
    {
        if (text.Contains(';', StringComparison.Ordinal)) reader.Fail("environment markers are no part of a range");
        else reader.Comparators(text, Term);
    }

    private static void Term(RangeReader reader, Alternative target, string sign, string version)
    {
        var prefix = version.EndsWith(".*", StringComparison.Ordinal);
        if ((prefix || sign == "~=") && !Release(prefix ? version[..^2] : version, out var epoch, out _))
        {
            reader.Fail($"'{sign}{version}' needs a release number");
            return;
        }
        _ = Release(prefix ? version[..^2] : version, out epoch, out var numbers);
        var count = numbers.Parts?.Count ?? 0;
        switch (sign)
        {
            case "~=" when count > 1 && !prefix:
                reader.And(target, version, epoch + numbers.Next(count - 2) + ".dev0");
                break;
            case "==" when prefix:
                reader.And(target, $"{version[..^2]}.dev0", epoch + numbers.Next(count - 1) + ".dev0");
                break;
            case "!=" when prefix:
                reader.Without($"{version[..^2]}.dev0", epoch + numbers.Next(count - 1) + ".dev0");
                break;
            case "~=" or "~" or "^" or "~>":
                reader.Fail($"'{sign}{version}' is no version specifier");
                break;
            default:
                if (prefix || !Pep440.TryParse(version, out _)) reader.Fail($"'{version}' is no version here");
                else PlainTerms.Term(reader, target, sign, version);
                break;
        }
    }

    private static bool Release(string version, out string epoch, out Numbers numbers)
    {
        var mark = version.IndexOf('!', StringComparison.Ordinal);
        epoch = version[..(mark + 1)];
        return Numbers.TryRead(version[(mark + 1)..], 64, out numbers) && numbers.Parts.Count > 0;
    }
}
