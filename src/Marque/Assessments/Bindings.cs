using Marque.Cases;
using Marque.Legal;
using NodaTime;

namespace Marque.Assessments;

/// <summary>Whether entries bind at the instant (rules D-3, D-6, T-1 to T-3; Articles 69 and 71).</summary>
internal sealed class Bindings(CaseIndex index, string? release, LocalDate day)
{
    private readonly LocalDate general = index.Law.Dates.First(d => d.Rule == "D-6").Date;
    private readonly Dictionary<(LocalDate, string), Binding> known = [];
    private readonly Release? assessed = release is null ? null : index.History.Find(release);

    /// <summary>For what applies with the Regulation as a whole.</summary>
    public Binding OfAnnexI() => Of(general, "Art. 71(2)");

    /// <summary>For an obligation, from its own date.</summary>
    public Binding Of(LocalDate from, string basis)
    {
        if (!known.TryGetValue((from, basis), out var binding)) known[(from, basis)] = binding = Judge(from, basis);
        return binding;
    }

    private Binding Judge(LocalDate from, string basis)
    {
        if (day < from) return new Binding($"from {from:uuuu-MM-dd}", basis);
        // T-3, 69(3): what applies earlier than the Regulation as a whole (Article 14) covers products placed earlier too.
        if (from < general) return new Binding("yes", "Art. 69(3), Art. 71(2)");
        // T-1, 69(2): units placed earlier are out. A substantial modification from that date is a release of its own, placed or made available from then on; T-2: judged per unit, so an open or later placing is in.
        if (assessed is not { FirstPlaced: not null, LastPlaced: { } last } || last >= general) return new Binding("yes", basis);
        return new Binding("no", "Art. 69(2)");
    }
}
