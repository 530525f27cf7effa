using Marque.Components.Conformance.Json;

namespace Marque.Components.Conformance;

/// <summary>The names that parts of a document give themselves and the references to them: each name once, each reference to a name that is there.</summary>
/// <param name="unique">The rule that a name stands once; empty: others see to it.</param>
/// <param name="resolves">The rule that a reference has its name.</param>
/// <param name="outside">Whether a reference points out of the document.</param>
/// <param name="lenient">Whether at this place both are only noted.</param>
internal sealed class Names(string unique, string resolves, Names.Elsewhere outside, Func<string, bool> lenient)
{
    private readonly HashSet<UInt128> given = [];
    private readonly Dictionary<UInt128, Open> open = [];

    /// <summary>How many packages of SPDX were named.</summary>
    public long Packages { get; private set; }

    /// <summary>Whether an SPDX document said what it is about.</summary>
    public bool Subject { get; private set; }

    /// <summary>Whether a reference points out of the document.</summary>
    public delegate bool Elsewhere(ReadOnlySpan<byte> reference);

    public void Met(Role role, ReadOnlySpan<byte> text, object location, int line, Findings findings)
    {
        if (text.IsEmpty) return;
        var print = Fingerprint.Of(text, 7);
        Packages += role == Role.Package ? 1 : 0;
        Subject |= role == Role.Subject || (role == Role.Relationship && (text.SequenceEqual("DESCRIBES"u8) || text.SequenceEqual("DESCRIBED_BY"u8)));
        if (role == Role.Relationship) return;
        if (role is Role.Name or Role.Package)
        {
            if (given.Add(print)) open.Remove(print);
            else if (unique.Length > 0) Twice(text, location.ToString()!, line, findings);
        }
        else if (!given.Contains(print) && !outside(text)) Refer(role, print, text, location, line);
    }

    /// <summary>At the document's end: what nothing answers to.</summary>
    public void Finish(Findings findings)
    {
        // SPDX 2.3, 11.1: mandatory where there is more than one package.
        if (Packages > 1 && !Subject) findings.Add(0, "", Demand.Rule, "spdx-describes", $"the document holds {Packages} packages and does not say which it describes", "a relationship SPDXRef-DOCUMENT DESCRIBES ...");
        foreach (var (role, text, location, line) in open.Values.OrderBy(o => o.Line))
        {
            findings.Add(line, location, role == Role.Mention ? Demand.Note : Demand.Rule, resolves, $"nothing in the document is named '{text}'", "name a part of this document, or leave the reference out");
        }
    }

    private void Refer(Role role, UInt128 print, ReadOnlySpan<byte> text, object location, int line)
    {
        if (open.TryGetValue(print, out var known) && (role == Role.Mention || known.Role != Role.Mention)) return;
        var place = location.ToString()!;
        open[print] = new Open(lenient(place) ? Role.Mention : role, Shown.Text(text), place, line);
    }

    private void Twice(ReadOnlySpan<byte> text, string location, int line, Findings findings) =>
        findings.Add(line, location, lenient(location) ? Demand.Note : Demand.Rule, unique, $"the name '{Shown.Text(text)}' is given twice", "each part of a document has a name of its own");

    private readonly record struct Open(Role Role, string Text, string Location, int Line);
}
