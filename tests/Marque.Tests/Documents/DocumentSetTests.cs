using System.Text.RegularExpressions;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Legal;
using Marque.Tests.Legal;

namespace Marque.Tests.Documents;

public sealed class DocumentSetTests
{
    private static readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, Document>>> Cases = new[] { "edge-gateway", "sensor-tool" }.ToDictionary(n => n, n => new Lazy<IReadOnlyDictionary<string, Document>>(() => Papers.OfExample(n)), StringComparer.Ordinal);

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_citation_of_every_document_resolves_in_the_legal_set(string name)
    {
        foreach (var (paper, document) in Cases[name].Value)
        {
            foreach (var cite in Papers.Words(document).OfType<Cite>()) Assert.True(Citations.One(LegalFolder.Set, cite.Citation) is not null, $"{paper}: {cite.Citation} names nothing");
            // What a sentence cites in words, too; what the manufacturer or an artefact says is theirs.
            foreach (var found in Papers.Lines(document).SelectMany(l => Citations.In(LegalFolder.Set, l))) Assert.True(found.Resolves, $"{paper}: '{found.Text}' names nothing");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_leads_somewhere_and_every_id_stands_once(string name)
    {
        foreach (var (paper, document) in Cases[name].Value)
        {
            List<string> ids = [.. Papers.Blocks(document).OfType<Heading>().Select(h => h.Id), .. Papers.Blocks(document).OfType<Table>().SelectMany(t => t.Rows).Select(r => r.Id).OfType<string>()];
            Assert.True(ids.Count == ids.Distinct(StringComparer.Ordinal).Count(), $"{paper}: {string.Join(", ", ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))} stands twice");
            Assert.Empty(Papers.Words(document).OfType<Link>().Select(l => l.Target).Except(ids, StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_empty_and_no_placeholder_survives(string name)
    {
        foreach (var (paper, document) in Cases[name].Value)
        {
            Assert.All(Papers.Blocks(document).OfType<Heading>(), h => Assert.NotEmpty(Papers.Text(h.Text).Trim()));
            Assert.All(Papers.Blocks(document).OfType<Paragraph>(), p => Assert.True(Papers.Text(p.Text).Trim().Length > 1, $"{paper} has an empty paragraph"));
            Assert.All(Papers.Blocks(document).OfType<Table>(), t => Assert.True(t.Rows.Count > 0 && t.Rows.All(r => r.Cells.Count == t.Columns.Count), $"{paper}: {t.Caption}"));
            Assert.All(Papers.Blocks(document).OfType<ItemList>(), l => Assert.NotEmpty(l.Items));
            Assert.All(Papers.Blocks(document).OfType<Terms>(), t => Assert.All(t.Pairs, p => Assert.True(Papers.Text(p.Value).Length > 0, $"{paper}: {p.Name} is empty")));
            Assert.All(Papers.Lines(document), l => Assert.DoesNotMatch(@"\{[a-z0-9.()-]+\}|TODO|TBD|Lorem|XXX", l));
            // A heading is followed by something other than one of its own or a higher level.
            var blocks = document.Body;
            for (var i = 0; i + 1 < blocks.Count; i++) Assert.False(blocks[i] is Heading h && blocks[i + 1] is Heading next && next.Level <= h.Level, $"{paper}: nothing stands below '{(blocks[i] is Heading x ? Papers.Text(x.Text) : "")}'");
            Assert.False(blocks.Count > 0 && blocks[^1] is Heading, $"{paper} ends with a heading");
        }
    }

    [Fact]
    public void The_set_of_the_example_has_every_document_and_of_parts_their_own()
    {
        string[] expected = ["technical-file", "trace-matrix", "user-information.de", "user-information.en", "disclosure-policy", "documents/signatory-page", "documents/management-page", "documents/statement-of-applicability", "documents/decision-register", "documents/exception-register", "documents/evidence-index", "documents/sbom-summary", "documents/practice-report", "documents/component-report-gateway", "documents/component-report-configurator"];
        Assert.Equal(expected, Cases["edge-gateway"].Value.Keys);
    }

    [Fact]
    public void The_forbidden_words_are_never_printed_about_a_product()
    {
        foreach (var document in Cases.Values.SelectMany(c => c.Value.Values)) Assert.All(Papers.Lines(document), l => Assert.DoesNotMatch(new Regex(@"\b(is|are) (fully )?(compliant|certified)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture), l));
    }

    [Fact]
    public void Two_parts_whose_ids_give_one_name_have_files_of_their_own()
    {
        const string Main = "product: { id: v, name: Valve }\nrole: manufacturer\nparts:\n  - { id: \"a b\", type: embedded-device, targetLevel: 1 }\n  - { id: a-b, type: embedded-device, targetLevel: 1 }\n  - { id: \"Ω\", type: embedded-device, targetLevel: 1 }\n";
        Assert.Equal(["documents/component-report-a-b", "documents/component-report-a-b-2", "documents/component-report-part"], Papers.Of(("marque.yaml", Main)).Keys.Where(k => k.Contains("component-report", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_language_that_is_offered_composes_every_document()
    {
        foreach (var language in Texts.Complete)
        {
            var papers = Papers.OfExample("edge-gateway", Texts.In(language));
            Assert.Equal(Cases["edge-gateway"].Value.Count, papers.Count);
            Assert.All(papers.Where(p => !p.Key.StartsWith("user-information", StringComparison.Ordinal)), p => Assert.Equal(language, p.Value.Language));
        }
    }
}
