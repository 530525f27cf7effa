using Marque.Assessments;
using Marque.Documents.Blocks;
using Marque.Documents.Report;

namespace Marque.Documents.Technical;

/// <summary>One item of Annex VII: what the file says of it, and what it lacks.</summary>
/// <param name="subject">What the file speaks of.</param>
/// <param name="provision">The item, such as <c>Annex VII(1)(a)</c>.</param>
internal sealed class AnnexItem(Subject subject, string provision)
{
    private readonly List<Block> blocks = [];

    /// <summary>The item.</summary>
    public string Provision { get; } = provision;

    /// <summary>Its label in the annex: <c>1(a)</c>.</summary>
    public string Label => Provision["Annex VII(".Length..].Replace(")(", "(", StringComparison.Ordinal) is var rest && rest.Contains('(', StringComparison.Ordinal) ? rest : rest.TrimEnd(')');

    /// <summary>Its anchor in the document.</summary>
    public string Id => $"annex-vii-{Label.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)}";

    /// <summary>Its title in the language.</summary>
    public string Title => subject.T[$"tech.{Label}"];

    /// <summary>How many things it lacks.</summary>
    public int Lacking { get; private set; }

    /// <summary>The obligation's result; null where the case's role does not have it.</summary>
    public ObligationResult? Result => subject.Scope.A.Obligations.FirstOrDefault(o => o.Obligation.Id == Provision);

    /// <summary>Its blocks, after its heading.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Adds what it says.</summary>
    public AnnexItem Say(params ReadOnlySpan<Block> said)
    {
        foreach (var block in said) blocks.Add(block);
        return this;
    }

    /// <summary>Adds what it says.</summary>
    public AnnexItem Say(IEnumerable<Block> said)
    {
        blocks.AddRange(said);
        return this;
    }

    /// <summary>Names something that is not there, with the provision that asks for it.</summary>
    public AnnexItem Lack(string id, string? citation = null, params ReadOnlySpan<(string Name, IReadOnlyList<Inline> Value)> values)
    {
        Lacking++;
        blocks.Add(Missing.Of(subject.T, id, citation ?? Provision, values));
        return this;
    }

    /// <summary>Words where there are some; else that they are missing.</summary>
    public AnnexItem SayOrLack(string? words, string lack, string? citation = null) => words is { Length: > 0 } ? Say(new Paragraph(words)) : Lack(lack, citation);

    /// <summary>What the manufacturer states on requirements, with the evidence it names.</summary>
    /// <param name="ids">Ids of requirements.</param>
    /// <returns>Whether any of it is there already; what is only planned is shown, and fills nothing.</returns>
    public bool SayStated(params IReadOnlyList<string> ids)
    {
        var stated = Stated.On(subject.Scope, ids);
        if (stated.Count == 0) return false;
        var t = subject.T;
        if (stated is [var one]) blocks.Add(new Paragraph([.. t.Words("tech.stated", ("what", [subject.Scope.Named(one.Item.Id)])), " ", Stated.Words(t, one.Statement.Statement)]));
        else blocks.Add(new Table(t.Of("tech.stated.table", ("item", Label)), [new(t["column.requirement"], 18) { IsKey = true }, new(t["column.title"], 30), new(t["column.stated"], 52)],
            [.. stated.Select(s => new Row([subject.Scope.Named(s.Item.Id)], [subject.Scope.Title(s.Item)], [Stated.Words(t, s.Statement.Statement)]))]) { IsDense = true, HasTitle = true });
        var evidence = stated.SelectMany(s => s.Statement.Evidence).DistinctBy(e => e.Number).ToList();
        if (evidence.Count > 0) blocks.Add(Stated.Evidence(subject, t.Of("tech.evidence", ("item", Label)), evidence));
        return stated.Any(s => Stated.IsThere(s.Statement));
    }

    /// <summary>Whether the manufacturer states or names anything on a requirement that is there already.</summary>
    public bool HasStated(string id) => Stated.On(subject.Scope, [id]).Any(s => Stated.IsThere(s.Statement));
}
