using CsCheck;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Assessments;

/// <summary>Law: the order of files and records decides nothing.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Shuffling_files_and_records_changes_nothing_but_lines_and_columns() =>
        Gen.Select(Worlds.Any, Gen.Int).Sample((w, seed) =>
        {
            var shuffled = w with
            {
                Statements = Shuffled(w.Statements, seed),
                Series = [.. Shuffled(w.Series, seed + 1).Select(s => s with { Facts = Shuffled(s.Facts, seed + 2) })],
                Decisions = Shuffled(w.Decisions, seed + 3),
                Releases = Shuffled(w.Releases, seed + 4),
            };
            var one = w.Assess();
            var other = shuffled.Ready(source => source with { Files = [.. Shuffled([.. source.Files], seed)] }).Assess();
            Dump.Same(Dump.WithoutPlaces(one.Result), Dump.WithoutPlaces(other.Result));
        }, iter: Iterations.Of(200));

    private static System.Collections.Immutable.ImmutableArray<T> Shuffled<T>(System.Collections.Immutable.ImmutableArray<T> items, int seed)
    {
        var array = items.ToArray();
#pragma warning disable CA5394 // A shuffle that the seed of a failing case repeats; nothing secret.
        new Random(seed).Shuffle(array);
#pragma warning restore CA5394
        return [.. array];
    }
}
