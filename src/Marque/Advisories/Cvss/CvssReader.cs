namespace Marque.Advisories.Cvss;

/// <summary>Reads vectors of every version: which metric has which value, or what is wrong.</summary>
internal static class CvssReader
{
    /// <summary>A metric that is not in the vector.</summary>
    public const sbyte Absent = -1;

    /// <summary>The most metrics of a version.</summary>
    public const int Most = 32;

    private const int Longest = 512;

    /// <summary>Reads <paramref name="text"/>; what is wrong, in words, or null.</summary>
    /// <param name="metrics">The version's metrics.</param>
    /// <param name="text">The whole vector.</param>
    /// <param name="values">For each metric the index of its value, or <see cref="Absent"/>.</param>
    public static string? Read(CvssMetrics metrics, ReadOnlySpan<char> text, Span<sbyte> values)
    {
        values.Fill(Absent);
        if (text.Length > Longest) return $"it is longer than {Longest} characters";
        var rest = text[metrics.Prefix.Length..];
        var last = -1;
        while (true)
        {
            var slash = rest.IndexOf('/');
            var part = slash < 0 ? rest : rest[..slash];
            var colon = part.IndexOf(':');
            if (colon < 1) return part.IsEmpty ? "a metric is missing between slashes or at the end" : $"\"{Short(part)}\" is no metric with a value";
            var value = part[(colon + 1)..];
            var index = metrics.IndexOf(part[..colon]);
            if (index < 0) return $"\"{Short(part[..colon])}\" is no metric of this version";
            var metric = metrics.All[index];
            var found = IndexOf(metric.Values, value);
            if (found < 0) return $"\"{Short(value)}\" is no value of the metric {metric.Name}; its values are {string.Join(", ", metric.Values)}";
            if (values[index] != Absent) return $"the metric {metric.Name} stands twice";
            if (metrics.Ordered && index < last) return $"the metric {metric.Name} stands behind {metrics.All[last].Name}, and the order is fixed";
            (values[index], last) = ((sbyte)found, index);
            if (slash < 0) break;
            rest = rest[(slash + 1)..];
        }

        for (var i = 0; i < metrics.All.Length; i++)
        {
            if (metrics.All[i].Mandatory && values[i] == Absent) return $"the metric {metrics.All[i].Name} is missing";
        }

        return null;
    }

    private static int IndexOf(string[] values, ReadOnlySpan<char> value)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (value.SequenceEqual(values[i])) return i;
        }

        return -1;
    }

    private static string Short(ReadOnlySpan<char> text) => (text.Length > 20 ? text[..20] : text).ToString();
}
