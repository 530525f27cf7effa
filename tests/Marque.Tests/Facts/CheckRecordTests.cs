using CsCheck;
using Marque.Facts;
using Check = Marque.Facts.Check;

namespace Marque.Tests.Facts;

public sealed class CheckRecordTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char["abc \"\\\n\0é漢\u202E"], 0, 12];

    private static readonly Gen<Check> Checks = Gen.Select(
        Gen.Enum<FactKind>(), Gen.Enum<Outcome>(), Gen.Select(Text, Gen.Long).List[0, 4], Gen.Select(Text, Text, Gen.Int[0, int.MaxValue]).List[0, 4], Gen.Select(Text, Text).List[0, 4],
        (kind, outcome, counts, findings, identity) => new Check(kind, outcome, counts, [.. findings.Select(f => new Finding(f.Item1, f.Item2, f.Item3))]) { Identity = identity });

    [Fact]
    public void What_is_written_is_read_again() => Checks.Sample(check =>
    {
        var read = CheckRecord.Read(CheckRecord.Write(check));
        Assert.NotNull(read);
        Assert.Equal((check.Kind, check.Outcome), (read.Kind, read.Outcome));
        Assert.Equal(check.Counts, read.Counts);
        Assert.Equal(check.Findings, read.Findings);
        Assert.Equal(check.Identity, read.Identity);
    });

    [Fact]
    public void A_part_of_it_is_no_record() => Gen.Select(Checks, Gen.Double.Unit).Sample((check, at) =>
    {
        var bytes = CheckRecord.Write(check);
        Assert.Null(CheckRecord.Read(bytes.AsSpan(0, (int)(at * bytes.Length))));
    });
}
