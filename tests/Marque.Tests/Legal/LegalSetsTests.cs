using Marque.Legal;
using Marque.Text;

namespace Marque.Tests.Legal;

public class LegalSetsTests
{
    [Fact]
    public void The_repositorys_legal_set_reads_without_a_problem_with_every_check_on()
    {
        var read = LegalSets.Read(LegalFolder.Files, null, checkKnown: true);
        Assert.Empty(read.Problems);
        Assert.NotNull(read.Value);
    }

    [Fact]
    public void The_repositorys_legal_set_is_official()
    {
        var manifest = Digest.Of(LegalFolder.Files["manifest.json"].Span);
        Assert.True(OfficialSets.Knows(manifest), $"legal/ changed: write (\"{LegalFolder.Set.Version}\", \"{manifest}\") into src/Marque/Legal/OfficialSets.cs");
        Assert.True(LegalFolder.Set.Official);
        Assert.Equal(manifest, LegalFolder.Set.Digest);
    }

    [Fact]
    public void Every_known_digest_is_well_formed_and_stands_there_once()
    {
        Assert.DoesNotContain(default, OfficialSets.All.Select(s => s.Manifest));
        Assert.Distinct(OfficialSets.All.Select(s => s.Manifest));
    }

    [Fact]
    public void An_edited_set_with_its_manifest_made_anew_reads_and_is_not_official()
    {
        var edited = new LegalEdit().Replace("cra/application.json", "Entry into force.", "Entry into force, edited.").List().Read();
        Assert.Empty(edited.Problems);
        Assert.False(edited.Value!.Official);
        Assert.NotEqual(LegalFolder.Set.Digest, edited.Value.Digest);
    }

    [Fact]
    public void A_set_signed_by_a_trusted_key_is_official_whatever_its_digest()
    {
        var edit = new LegalEdit().Replace("cra/application.json", "Entry into force.", "Entry into force, edited.").List();
        Assert.False(LegalSets.Read(edit.Files, (_, _) => true).Value!.Official);

        edit.Put("manifest.dsse.json", "envelope");
        var asked = new List<(byte[] Envelope, byte[] Manifest)>();
        var signed = LegalSets.Read(edit.Files, (envelope, manifest) => Add(asked, envelope, manifest));
        Assert.Empty(signed.Problems);
        Assert.True(signed.Value!.Official);
        Assert.Equal("envelope"u8.ToArray(), Assert.Single(asked).Envelope);
        Assert.Equal(edit.Files["manifest.json"].ToArray(), asked[0].Manifest);

        Assert.False(LegalSets.Read(edit.Files, (_, _) => false).Value!.Official);
        Assert.False(LegalSets.Read(edit.Files).Value!.Official);

        static bool Add(List<(byte[], byte[])> asked, ReadOnlyMemory<byte> envelope, ReadOnlyMemory<byte> manifest)
        {
            asked.Add((envelope.ToArray(), manifest.ToArray()));
            return true;
        }
    }

    [Fact]
    public void A_case_cannot_make_a_citation_official_by_editing_the_registry()
    {
        const string empty = "\"citations\": [],";
        var edit = new LegalEdit().Replace("standards/registry.json", empty, """
            "citations": [{ "act": "Implementing Decision of the case", "from": "2026-01-01" }],
            """);
        Assert.Equal("legal.altered", edit.Problem().Code);
        Assert.False(edit.List().Read().Value!.Official);
    }

    [Fact]
    public void A_records_digest_is_the_canonical_digest_of_its_entry()
    {
        using var file = System.Text.Json.JsonDocument.Parse(LegalFolder.Files["cra/annex-i.json"]);
        var entries = file.RootElement.GetProperty("points").EnumerateArray().Select(e => CanonicalJson.DigestOf(e));
        Assert.Equal(entries, LegalFolder.Set.Points.Select(p => p.Digest));
    }

    [Fact]
    public void Records_that_decisions_stand_on_have_digests_of_their_own()
    {
        var set = LegalFolder.Set;
        var digests = set.Points.Select(p => p.Digest).Concat(set.Obligations.Select(o => o.Digest)).Concat(set.Remainder.Select(r => r.Digest))
            .Concat(set.Catalogs.SelectMany(c => c.Items).Select(i => i.Digest)).Concat(set.Bridges.Select(b => b.Digest)).Concat(set.Bridges.SelectMany(b => b.Points).Select(p => p.Digest)).ToList();
        Assert.DoesNotContain(default, digests);
        Assert.Distinct(digests);
    }
}
