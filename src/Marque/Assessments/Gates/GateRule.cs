using Marque.Cases;
using Marque.Legal;
using Marque.Text;

namespace Marque.Assessments.Gates;

/// <summary>One rule of a gate: everything it looks at has at least a verdict. What does not apply, or is not triggered, falls short of nothing.</summary>
/// <param name="AtLeast">The least verdict: gap, claimed, demonstrated or presumed.</param>
/// <param name="IsBinding">Whether it looks only at what binds at the instant.</param>
/// <param name="In">What it looks at; empty: the points of Annex I, and with <paramref name="IsBinding"/> the obligations that rest on the law too.</param>
/// <param name="Except">What it does not look at.</param>
public sealed record GateRule(Verdict AtLeast, bool IsBinding, IReadOnlyList<GateScope> In, IReadOnlyList<GateScope> Except)
{
    /// <summary>The rule as a person wrote it, spaces made single; null: not read from a text.</summary>
    public string? Written { get; init; }

    internal GateOutcome On(IReadOnlyList<GateEntry> entries)
    {
        List<GateEntry> looked = [.. entries.Where(LooksAt)];
        return new(this, looked.Count, [.. looked.Where(e => e.Verdict < AtLeast)]);
    }

    private bool LooksAt(GateEntry e)
    {
        if (IsBinding && !e.Binds) return false;
        var named = In.Count > 0 ? In.Any(s => s.Holds(e.Kind, e.Catalog, e.Id, e.Tag)) : e.Kind == ItemKind.Point || (IsBinding && e.Kind == ItemKind.Obligation && e.Tag == Tag.Law);
        return named && !Except.Any(s => s.Holds(e.Kind, e.Catalog, e.Id, e.Tag));
    }

    /// <summary>The rule in its shortest words.</summary>
    public override string ToString()
    {
        var level = AtLeast switch { Verdict.Gap => "no open", Verdict.Claimed => "no gap", Verdict.Demonstrated => "no claimed", _ => $"at least {AtLeast.Word()}" };
        var inside = In.Count == 0 ? "" : $" in {string.Join(", ", In)}";
        var outside = Except.Count == 0 ? "" : $" except {string.Join(", ", Except)}";
        return $"{level}{(IsBinding ? " binding" : "")}{inside}{outside}";
    }
}

/// <summary>What a rule looks at, by name: a requirement with all below it, a catalog, or <c>Annex I</c>, <c>obligations</c>.</summary>
/// <param name="Text">As written, spaces made single.</param>
/// <param name="Place">Where.</param>
public sealed record GateScope(string Text, Place Place)
{
    private readonly RequirementId id = RequirementId.Of(Text);

    internal static readonly string[] Words = ["Annex I", "obligations"];

    internal bool Holds(ItemKind kind, string catalog, string item, Tag tag)
    {
        // "Annex I" is no obligation's id: its points are I.1 to II.8.
        if (Text == "Annex I") return kind == ItemKind.Point;
        if (Text == "obligations") return kind == ItemKind.Obligation && tag == Tag.Law;
        if (id.Catalog is null && id.Item == catalog && catalog != "cra") return true;
        if (id.Catalog is { } of && of != catalog) return false;
        // 13 has 13(8) below it, I.2 has I.2.e, SM has SM-1, CR 3.4 has CR 3.4 RE(2).
        return item.StartsWith(id.Item, StringComparison.Ordinal) && (item.Length == id.Item.Length || item[id.Item.Length] is '.' or '(' or ',' or '-' or ' ');
    }

    /// <summary>As written.</summary>
    public override string ToString() => Text;

    /// <summary>Equal when the text is; the place does not count.</summary>
    public bool Equals(GateScope? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
