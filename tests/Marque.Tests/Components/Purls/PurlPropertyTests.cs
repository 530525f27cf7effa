using CsCheck;
using Marque.Components;
using Marque.Components.Purls;
using Marque.Tests.Assessments.Kit;

namespace Marque.Tests.Components.Purls;

/// <summary>Laws of package URLs.</summary>
public sealed class PurlPropertyTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char["abzABZ019.-_~"].Array[1, 8].Select(c => new string(c)),
        Gen.Char[" @?#&=%+:/\\äÄßİΣς\u0000\u200D漢"].Array[1, 4].Select(c => new string(c)),
        Any("%2F", "..", ".", "%", "a b", "😀", "::"));

    private static readonly Gen<string> Type = Gen.OneOf(Any([.. PurlTypes.All.Select(t => t.Name)]), Any("x", "Maven", "n.-1"));

    private static readonly Gen<PurlReading> Built =
        Gen.Select(Type, Text.Array[0, 3], Text, Text.Array[0, 1], Gen.Select(Any("a", "a-b", "a.b", "a1", "a_b", "arch", "Uuid", "tag_id"), Text).Array[0, 3], Text.Array[0, 3])
            .Select((type, ns, name, version, qualifiers, subpath) => Purl.Build(type, string.Join('/', ns), name, string.Concat(version), qualifiers.DistinctBy(q => q.Item1).Select(q => KeyValuePair.Create(q.Item1, q.Item2)), string.Join('/', subpath)))
            .Where(r => r.Purl is not null);

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    [Fact]
    public void What_is_built_reads_as_the_same() => Built.Sample(
        built =>
        {
            var read = Purl.Read(built.Purl!.ToString());
            Assert.Equal(built.Purl, read.Purl);
            Assert.Equal(built.Fault, read.Fault);
        }, iter: Iterations.Of(2_000));

    [Fact]
    public void A_canonical_text_reads_unchanged() => Built.Sample(
        built =>
        {
            var text = built.Purl!.ToString();
            var read = Purl.Read(text);
            Assert.Equal(PurlChanges.None, read.Changes);
            Assert.Equal(text, read.Purl!.ToString());
        }, iter: Iterations.Of(2_000));

    [Fact]
    public void Nothing_is_said_to_be_unchanged_that_is_not_canonical() => Gen.Select(Built, Any("/", "%41", "A", "&x=", "#", "?", "@", "é")).Sample(
        (built, more) =>
        {
            var text = built.Purl!.ToString() + more;
            var read = Purl.Read(text);
            if (read.Purl is not null) Assert.Equal(read.Changes == PurlChanges.None, text == read.Purl.ToString());
        }, iter: Iterations.Of(2_000));
}
