using System.Text.Json;

namespace Marque.Cli.Tests;

/// <summary><c>marque advisory validate</c>.</summary>
public sealed class AdvisoryValidateTests : IDisposable
{
    private const string Vex = """
        {
          "document": {
            "category": "csaf_vex",
            "csaf_version": "2.0",
            "distribution": { "tlp": { "label": "WHITE" } },
            "lang": "en",
            "publisher": { "category": "vendor", "name": "Example GmbH", "namespace": "https://psirt.example.com" },
            "references": [ { "category": "self", "summary": "This document.", "url": "https://psirt.example.com/csaf/2026/ex-2026-1.json" } ],
            "title": "Gateway",
            "tracking": {
              "current_release_date": "2026-11-20T10:00:00Z",
              "id": "EX-2026-1",
              "initial_release_date": "2026-11-20T10:00:00Z",
              "revision_history": [ { "date": "2026-11-20T10:00:00Z", "number": "1", "summary": "First." } ],
              "status": "final",
              "version": "1"
            }
          },
          "product_tree": { "full_product_names": [ { "name": "Gateway 1.0", "product_id": "P-1", "product_identification_helper": { "purl": "pkg:generic/gateway@1.0" } } ] },
          "vulnerabilities": [
            {
              "cve": "CVE-2026-1000",
              "cwe": { "id": "CWE-787", "name": "Out-of-bounds Write" },
              "notes": [ { "category": "description", "text": "A frame too long." } ],
              "product_status": { "known_not_affected": [ "P-1" ] },
              "threats": [ { "category": "impact", "details": "Not reachable.", "product_ids": [ "P-1" ] } ]
            }
          ]
        }
        """;

    private readonly Sample sample = new Sample().With("ex-2026-1.json", Vex).With("spoilt.json", Vex.Replace("\"impact\"", "\"exploit_status\"", StringComparison.Ordinal).Replace("\"lang\": \"en\",\n", "", StringComparison.Ordinal));

    [Fact]
    public void A_document_in_order_is_valid_and_what_is_not_run_is_said()
    {
        var ran = Run("advisory", "validate", "ex-2026-1.json");
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Equal("""
            ex-2026-1.json  valid CSAF 2.0
            not run: 6.3.6, 6.3.7: no URL is asked for: only those that cannot resolve are told
            not run: 6.3.8: there is no dictionary

            """, ran.Out);
    }

    [Fact]
    public void A_document_that_is_not_valid_says_where_and_what_would_be_right()
    {
        var ran = Run("advisory", "validate", "spoilt.json", "--only", "optional");
        Assert.Equal((Exit.FallsShort, ""), (ran.Code, ran.Error));
        Assert.Equal("""
            spoilt.json  not valid CSAF 2.0
            by its id the file should be called ex-2026-1.json (section 5.1)
            Test      Weight     Where    What
            6.1.27.9  mandatory  line 24  the product 'P-1' is known_not_affected and has no impact statement;
                                          add a flag, or a threat of the category impact, that names it
            6.2.12    optional   line 2   the language of the document is not given; add lang

            """, ran.Out);
    }

    [Fact]
    public void Gates_weigh()
    {
        Assert.Equal(Exit.Done, Run("advisory", "validate", "spoilt.json", "--gate", "none").Code);
        sample.With("unnamed.json", Vex.Replace("\"lang\": \"en\",\n", "", StringComparison.Ordinal));
        Assert.Equal(Exit.Done, Run("advisory", "validate", "unnamed.json").Code);
        Assert.Equal(Exit.FallsShort, Run("advisory", "validate", "unnamed.json", "--gate", "optional").Code);
    }

    [Fact]
    public void Json_is_by_its_schema_and_counts_several()
    {
        var ran = Run("advisory", "validate", "ex-2026-1.json", "spoilt.json", "--format", "json");
        Assert.Empty(Beside.Errors("advisory-validation", ran.Json));
        var documents = ran.Json.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal([true, false], documents.Select(d => d.GetProperty("valid").GetBoolean()));
        Assert.Equal("/vulnerabilities/0/product_status/known_not_affected/0", documents[1].GetProperty("findings")[0].GetProperty("location").GetString());
        Assert.EndsWith("1 of 2 documents are valid\n", Run("advisory", "validate", "ex-2026-1.json", "spoilt.json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_named_and_nothing_else_is_said()
    {
        var ran = Run("advisory", "validate", "ex-2026-1.json", "nowhere.json", ".");
        Assert.Equal((Exit.BadInput, "", ".: this is a directory where a file is expected; name a file\nnowhere.json: there is no such file; create it, or correct the name\n"), (ran.Code, ran.Out, ran.Error));
    }

    [Fact]
    public void A_device_is_not_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/zero is of Linux");
        Assert.Equal(Exit.BadInput, Run("advisory", "validate", "/dev/zero").Code);
    }

    [Fact]
    public void What_is_no_advisory_is_not_valid()
    {
        sample.With("list.json", "[]").With("cut.json", Vex[..400]);
        Assert.Equal(Exit.FallsShort, Run("advisory", "validate", "list.json").Code);
        var cut = Run("advisory", "validate", "cut.json");
        Assert.Equal(Exit.FallsShort, cut.Code);
        Assert.EndsWith("no test of section 6 was run: the document could not be read\n", cut.Out, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private Ran Run(params string[] args) => InProcess.Run(sample.Root, args);
}
