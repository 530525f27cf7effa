namespace Marque.Versions.Ranges;

/// <summary>Reads VERS texts (vers-spec, "How to parse and validate VERS").</summary>
internal static class VersReader
{
    internal static Vers? Read(string text, bool strictly, out string problem)
    {
        if (text.Length > Vers.MaxLength) return None($"longer than {Vers.MaxLength} characters", out problem);
        if (!strictly) text = string.Concat(text.Where(c => c is not (' ' or '\t' or '\n' or '\r')));
        foreach (var c in text)
            if (c is <= ' ' or >= '\u007f') return None(c is ' ' or (>= '\t' and <= '\r') ? "white space is not permitted; a space in a version is %20" : "only printable ASCII characters are permitted", out problem);
        if (!text.StartsWith("vers:", strictly ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)) return None("a VERS begins with 'vers:', in lower case", out problem);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return None("a slash must follow the type, as in vers:npm/1.2.3", out problem);
        var type = strictly ? text[5..slash] : text[5..slash].ToLowerInvariant();
        if (!VersTypes.IsType(type)) return None($"'{type}' is no type: lower-case letters, digits, '.' and '-', beginning with a letter", out problem);
        if (type == "invalid") return None("the type 'invalid' is reserved for what is invalid", out problem);
        var constraints = text.AsSpan(slash + 1);
        if (constraints is "*") return Some(new Vers(type, []), out problem);
        if (type is "all" or "none") return None($"vers:{type}/* is the only form of this type", out problem);
        var list = new List<VersConstraint>();
        return Constraints(constraints, type, strictly, list, out problem) && VersRules.Hold(type, strictly, list, out problem) ? new Vers(type, list) : null;
    }

    private static bool Constraints(ReadOnlySpan<char> text, string type, bool strictly, List<VersConstraint> list, out string problem)
    {
        if (!strictly) text = text.Trim('|');
        if (text.IsEmpty) return Fail("there are no constraints; * stands for every version", out problem);
        var more = true;
        while (more)
        {
            var part = Runs.Until(ref text, '|', out more);
            if (part.IsEmpty) return Fail("leading, trailing and consecutive pipes are not permitted", out problem);
            if (Constraint(part, type, strictly, out problem) is not { } constraint) return false;
            list.Add(constraint);
        }
        problem = "";
        return true;
    }

    private static VersConstraint? Constraint(ReadOnlySpan<char> text, string type, bool strictly, out string problem)
    {
        var comparator = text switch
        {
            ['>', '=', ..] => VersComparator.GreaterOrEqual,
            ['<', '=', ..] => VersComparator.LessOrEqual,
            ['!', '=', ..] => VersComparator.NotEqual,
            ['>', ..] => VersComparator.Greater,
            ['<', ..] => VersComparator.Less,
            _ => VersComparator.Equal,
        };
        if (comparator == VersComparator.Equal && !strictly && text[0] == '=') text = text[1..];
        var version = text[(comparator switch { VersComparator.Equal => 0, VersComparator.Greater or VersComparator.Less => 1, _ => 2 })..];
        if (version.IsEmpty) return Missing("a comparator must be followed by a version", out problem);
        if (version.ContainsAny("><=!*")) return Missing(version[0] == '=' ? "equality is written without '='" : $"'{version}' has a sign that must be percent-encoded: > < = ! *", out problem);
        if (VersText.Decode(version, strictly, out problem) is not { } decoded) return null;
        if (decoded.AsSpan().ContainsAnyExceptInRange(' ', '~')) return Missing("a version is made of printable ASCII characters", out problem);
        if (strictly && type == "datetime" && decoded.AsSpan().ContainsAny('t', 'z')) return Missing("instants are written with an upper-case T and Z", out problem);
        return new(comparator, decoded);
    }

    private static Vers Some(Vers vers, out string problem)
    {
        problem = "";
        return vers;
    }

    private static Vers? None(string why, out string problem)
    {
        problem = why;
        return null;
    }

    private static VersConstraint? Missing(string why, out string problem)
    {
        problem = why;
        return null;
    }

    private static bool Fail(string why, out string problem)
    {
        problem = why;
        return false;
    }
}
