namespace Marque.Versions.Ranges;

/// <summary>What comparators that must all hold leave: an interval, less single versions.</summary>
internal sealed class Alternative(VersionScheme scheme)
{
    internal Bound? Low { get; set; }

    internal Bound? High { get; set; }

    internal List<string> Excluded { get; } = [];

    internal bool IsEverything => Low is null && High is null && Excluded.Count == 0;

    /// <summary>Whether only one version can be in it.</summary>
    internal bool IsPoint => Low is { } low && High is { } high && Order(low.Version, high.Version) == 0;

    internal bool IsEmpty => IsPoint ? !Contains(Low!.Value.Version) : Low is { } low && High is { } high && Order(low.Version, high.Version) > 0;

    /// <summary>Narrows it.</summary>
    /// <returns>False when the text is no version of the scheme.</returns>
    internal bool And(VersComparator comparator, string version)
    {
        if (!VersionOrder.TryCompare(scheme, version, version, out _)) return false;
        switch (comparator)
        {
            case VersComparator.Equal:
                return And(VersComparator.GreaterOrEqual, version) && And(VersComparator.LessOrEqual, version);
            case VersComparator.NotEqual:
                Excluded.Add(version);
                break;
            case VersComparator.Greater or VersComparator.GreaterOrEqual:
                var low = new Bound(version, comparator == VersComparator.GreaterOrEqual);
                if (Low is not { } oldLow || Order(version, oldLow.Version) is var up && (up > 0 || (up == 0 && !low.Inclusive))) Low = low;
                break;
            default:
                var high = new Bound(version, comparator == VersComparator.LessOrEqual);
                if (High is not { } oldHigh || Order(version, oldHigh.Version) is var down && (down < 0 || (down == 0 && !high.Inclusive))) High = high;
                break;
        }
        return true;
    }

    internal bool Contains(string version) =>
        !(Low is { } low && Order(version, low.Version) is var up && (up < 0 || (up == 0 && !low.Inclusive)))
        && !(High is { } high && Order(version, high.Version) is var down && (down > 0 || (down == 0 && !high.Inclusive)))
        && !Excluded.Exists(e => Order(e, version) == 0);

    internal Alternative Copy()
    {
        var copy = new Alternative(scheme) { Low = Low, High = High };
        copy.Excluded.AddRange(Excluded);
        return copy;
    }

    internal int Order(string a, string b) => VersionOrder.Compare(scheme, a, b);
}
