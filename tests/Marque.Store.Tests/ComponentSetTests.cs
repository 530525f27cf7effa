using CsCheck;

namespace Marque.Store.Tests;

public sealed class ComponentSetTests
{
    private static readonly Gen<List<int>> Ids = Gen.Frequency(
        (3, Gen.Int[1, 30_000].List[0, 300]),
        (1, Gen.Int[1, 9_000].List[0, 5_000]),
        (1, Gen.Int[int.MaxValue - 10_000, int.MaxValue].List[0, 100]));

    [Fact]
    public void What_was_cut_into_pieces_is_put_together_again() => Ids.Sample(ids =>
    {
        var sorted = ComponentSet.Sorted([.. ids]).ToArray();
        Assert.Equal(ids.Distinct().Order(), sorted);
        var back = new List<int>();
        foreach (var (number, bits) in ComponentSet.Cut(sorted)) ComponentSet.Unpack(number, bits, back);
        Assert.Equal(sorted, back);
    });

    [Fact]
    public void A_piece_has_what_it_holds_and_nothing_else() => Gen.Select(Ids, Gen.Int[1, 40_000]).Sample((ids, asked) =>
    {
        var pieces = ComponentSet.Cut(ComponentSet.Sorted([.. ids]));
        Assert.Equal(ids.Contains(asked), pieces.Exists(p => p.Number == asked / ComponentSet.Span && ComponentSet.Has(p.Bits, asked)));
        Assert.All(pieces, p => Assert.InRange(p.Bits.Length, 1, 512));
    });
}
