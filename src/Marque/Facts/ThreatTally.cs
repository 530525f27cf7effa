namespace Marque.Facts;

/// <summary>Counts the elements and threats of a threat model and judges them.</summary>
internal sealed class ThreatTally(FactKind kind, Expectation expect)
{
    /// <summary>Where findings go.</summary>
    public Weighing Weighing { get; } = new();

    /// <summary>Processes, stores, actors, flows: what is modelled.</summary>
    public long Elements { get; set; }

    /// <summary>Every threat named.</summary>
    public long Threats { get; private set; }

    /// <summary>Threats that nobody has treated.</summary>
    public long Open { get; private set; }

    /// <summary>Threats mitigated, transferred, avoided, accepted with reason, or not applicable.</summary>
    public long Treated => Threats - Open;

    /// <summary>One threat.</summary>
    /// <param name="treated">Whether it is treated.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="status">What the model says about it.</param>
    /// <param name="line">Where, or 0.</param>
    public void Threat(bool treated, string? title, string? status, int line = 0)
    {
        Threats++;
        if (treated) return;
        Open++;
        if (!expect.ThreatsTreated) return;
        if (Weighing.Wants(Outcome.Contradicts)) Weighing.Contradicts($"{kind.Word()}.open", $"the threat '{title ?? "without title"}' is {status ?? "without status"}", line);
        else Weighing.OneMore(Outcome.Contradicts);
    }

    /// <summary>The check.</summary>
    /// <param name="subject">What the model is about.</param>
    public Check Done(string? subject)
    {
        Subject.Judge(Weighing, expect with { SubjectVersion = null }, subject, null);
        if (Elements == 0) Weighing.Vacuous($"{kind.Word()}.no-elements", "it models no element");
        if (Threats == 0) Weighing.Vacuous($"{kind.Word()}.no-threats", "it names no threat");
        return Weighing.Done(kind, ("elements", Elements), ("threats", Threats), ("open", Open), ("mitigated", Treated));
    }
}
