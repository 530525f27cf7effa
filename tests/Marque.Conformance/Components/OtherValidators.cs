using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Marque.Components.Conformance;

namespace Marque.Conformance.Components;

/// <summary>Published documents changed at random are judged as ajv and libxml2 judge them. Only <c>./test --full</c> asks.</summary>
public class OtherValidators
{
    private static readonly string[] Values = ["null", "true", "0", "-1", "1.5", "\"\"", "\"x\"", "\"MIT\"", "\"2026-11-25T01:41:41Z\"", "\"2026-13-45\"", "[]", "{}", "[1]", "{\"x\":1}", "[\"a\",\"a\"]", "{\"ref\":\"a\"}"];
    private static readonly string[] Texts = ["", "x", "MIT", "0", "-1", "true", "2026-11-25T01:41:41Z", "2026-13-45", "library", "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79"];

    // Which schema a document is held against: changing them changes the question.
    private static readonly string[] Left = ["$schema", "specVersion", "bomFormat", "@context", "spdxVersion"];

    // Forms of addresses: docs/conformance.md tells how they are checked here.
    private static readonly string[] Addresses = ["format"];

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.3")]
    [InlineData("1.4")]
    [InlineData("1.5")]
    [InlineData("1.6")]
    [InlineData("1.7")]
    public void Ajv_judges_CycloneDX_so(string version) => Ajv(
        Valid(".json", version, v => $"\"specVersion\": \"{v}\""),
        [.. new[] { $"bom-{version}", "spdx", "jsf-0.82", "cryptography-defs" }.Select(s => Path.Combine(Corpora.Folder("cyclonedx-spec-tests"), "schema", $"{s}.schema.json"))]);

    [Fact]
    public void Ajv_judges_SPDX_3_so() => Ajv(
        Corpora.Files("spdx-examples", ".json").Select(File.ReadAllText).Where(t => t.Length < 200_000 && t.Contains("spdx-context.jsonld", StringComparison.Ordinal)),
        [Path.Combine(Repository, "schemas", "published", "spdx-3.0", "spdx-3.0.1.schema.json")]);

    [Theory]
    [InlineData("2.2")]
    [InlineData("2.3")]
    public void Ajv_judges_SPDX_2_so(string version) => Ajv(
        Corpora.Files("spdx-examples", ".json").Concat(Corpora.Files("spdx-tools-testdata", ".json")).Where(f => !f.Contains("invalid", StringComparison.Ordinal)).Select(File.ReadAllText).Where(t => t.Length < 200_000 && t.Replace(" ", "", StringComparison.Ordinal).Contains($"\"spdxVersion\":\"SPDX-{version}\"", StringComparison.Ordinal)),
        [Path.Combine(Repository, "schemas", "spdx", $"spdx-{version}.schema.json")]);

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.1")]
    [InlineData("1.2")]
    [InlineData("1.3")]
    [InlineData("1.4")]
    [InlineData("1.5")]
    [InlineData("1.6")]
    [InlineData("1.7")]
    public void Libxml2_judges_CycloneDX_so(string version)
    {
        Require("/usr/bin/xmllint");
        var bases = Valid(".xml", version, v => $"http://cyclonedx.org/schema/bom/{v}\"");
        // The schema of 1.1 leaves its extensions open; here the one for the dependency graph is held against its own.
        bases.RemoveAll(t => t.Contains("http://cyclonedx.org/schema/ext/dependency-graph/", StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("marque-xmllint-").FullName;
        try
        {
            var random = new Random(20261130);
            var files = new List<string>();
            foreach (var text in bases)
            {
                for (var i = 0; i <= Math.Max(10, 500 / bases.Count); i++)
                {
                    var changed = XDocument.Parse(text);
                    for (var times = i == 0 ? 0 : random.Next(1, 3); times > 0; times--) Change(changed, random);
                    files.Add(Path.Combine(folder, $"{files.Count}.xml"));
                    File.WriteAllText(files[^1], changed.ToString());
                }
            }

            var schema = Path.Combine(Repository, "schemas", "published", "cyclonedx", $"bom-{version}.SNAPSHOT.xsd");
            var said = files.Chunk(500).SelectMany(chunk => Ask("/usr/bin/xmllint", ["--nonet", "--noout", "--schema", schema, .. chunk], "").Split('\n')).ToList();
            var valid = said.Where(l => l.EndsWith(" validates", StringComparison.Ordinal)).Select(l => l[..^" validates".Length]).ToHashSet(StringComparer.Ordinal);
            var complaints = new List<string>();
            foreach (var file in files)
            {
                using var content = File.OpenRead(file);
                var result = ConformanceCheck.Run(content, TestContext.Current.CancellationToken);
                var problems = result.Problems.Where(p => p.Demand is Demand.Schema or Demand.Syntax).ToList();
                if (problems.Count == 0 != valid.Contains(file)) complaints.Add($"{(problems.Count == 0 ? "valid here" : $"{problems[0].Location}: {problems[0].Message}")}; libxml2: {string.Join(" | ", said.Where(l => l.StartsWith($"{file}:", StringComparison.Ordinal)).Take(2).Select(l => l[(file.Length + 1)..]))}");
            }

            TestContext.Current.SendDiagnosticMessage($"CycloneDX {version} XML: {files.Count} documents, {valid.Count} valid by libxml2, {complaints.Count} differ");
            Corpora.None(complaints, $"{files.Count} documents");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Ajv(IEnumerable<string> published, string[] schemas)
    {
        Require("/usr/bin/node", Path.Combine(Repository, "tests", "oracles", "node_modules", "ajv"));
        var bases = published.ToList();
        Assert.NotEmpty(bases);
        var random = new Random(20261130);
        var documents = new List<string>();
        foreach (var text in bases)
        {
            for (var i = 0; i <= Math.Max(10, 1000 / bases.Count); i++)
            {
                var root = JsonNode.Parse(text)!;
                for (var times = i == 0 ? 0 : random.Next(1, 4); times > 0; times--) Change(root, random);
                documents.Add(root.ToJsonString());
            }
        }

        var answers = Ask("/usr/bin/node", ["ajv.cjs", .. schemas], string.Join('\n', documents)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(documents.Count, answers.Length);
        var complaints = new List<string>();
        foreach (var (document, answer) in documents.Zip(answers))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(document));
            var problems = ConformanceCheck.Run(content, TestContext.Current.CancellationToken).Problems.Where(p => p.Demand is Demand.Schema or Demand.Syntax).ToList();
            if (problems.Count == 0 == (answer == "true")) continue;
            if (answer == "true" && problems.TrueForAll(p => Addresses.Contains(p.Rule))) continue;
            complaints.Add($"ajv: {answer}, here: {(problems.Count == 0 ? "valid" : $"{problems[0].Rule} {problems[0].Location} {problems[0].Message}")}: {(document.Length < 1500 ? document : document[..1500])}");
        }

        TestContext.Current.SendDiagnosticMessage($"{Path.GetFileName(schemas[0])}: {documents.Count} documents of {bases.Count} published ones, {answers.Count(a => a == "true")} valid by ajv, {complaints.Count} differ");
        Corpora.None(complaints, $"{documents.Count} documents");
    }

    // Of a version without documents, those of the one before count, written as if they were of it.
    private static List<string> Valid(string ending, string version, Func<string, string> mark)
    {
        var texts = Corpora.Files("cyclonedx-spec-tests", ending).Where(f => Path.GetFileName(f).StartsWith("valid-", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var own = texts.FindAll(t => t.Contains(mark(version), StringComparison.Ordinal));
        if (own.Count == 0) own = [.. texts.Where(t => t.Contains(mark("1.5"), StringComparison.Ordinal)).Select(t => t.Replace(mark("1.5"), mark(version), StringComparison.Ordinal).Replace("bom-1.5.schema", $"bom-{version}.schema", StringComparison.Ordinal))];
        Assert.NotEmpty(own);
        return own;
    }

    private static void Change(JsonNode root, Random random)
    {
        var places = new List<(JsonNode Parent, string? Name, int Index)>();
        Collect(root, places);
        if (places.Count == 0) return;
        var (parent, name, index) = places[random.Next(places.Count)];
        var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        if (parent is JsonObject fields)
        {
            var old = fields[name!]?.DeepClone();
            switch (random.Next(5))
            {
                case 0: fields.Remove(name!); break;
                case 1: fields.Remove(name!); fields[$"{name}x"] = old; break;
                case 2: fields[name!] = new JsonArray(old); break;
                default: fields[name!] = value; break;
            }
        }
        else if (parent is JsonArray items)
        {
            switch (random.Next(3))
            {
                case 0: items.RemoveAt(index); break;
                case 1: items.Add(items[index]?.DeepClone()); break;
                default: items[index] = value; break;
            }
        }
    }

    private static void Collect(JsonNode node, List<(JsonNode, string?, int)> places)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                if (!Left.Contains(name, StringComparer.Ordinal)) places.Add((node, name, 0));
                if (value is not null) Collect(value, places);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                places.Add((node, null, i));
                if (items[i] is { } item) Collect(item, places);
            }
        }
    }

    private static void Change(XDocument document, Random random)
    {
        var elements = document.Root!.Descendants().ToList();
        if (elements.Count == 0) return;
        var element = elements[random.Next(elements.Count)];
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).ToList();
        var attribute = attributes.Count > 0 ? attributes[random.Next(attributes.Count)] : null;
        switch (random.Next(9))
        {
            case 0: element.Remove(); break;
            case 1: element.AddAfterSelf(new XElement(element)); break;
            case 2: element.Name = element.Name.Namespace + $"{element.Name.LocalName}x"; break;
            case 3: element.Value = Texts[random.Next(Texts.Length)]; break;
            case 4 when attribute is not null: attribute.Remove(); break;
            case 5 when attribute is not null: attribute.Value = Texts[random.Next(Texts.Length)]; break;
            case 6: element.SetAttributeValue("other", "x"); break;
            case 7 when element.NextNode is XElement next: next.Remove(); element.AddBeforeSelf(next); break;
            default: element.Add(new XElement(element.Name.Namespace + "name", "x")); break;
        }
    }

    private static string Ask(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.Combine(Repository, "tests", "oracles"), UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (error, output) = (process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        // xmllint ends with 3 where a document is not valid, and says all on standard error.
        Assert.True(process.ExitCode is 0 or 3, $"{program}: {error.Result}");
        return output.Result + (process.ExitCode == 3 || program.EndsWith("xmllint", StringComparison.Ordinal) ? error.Result : "");
    }

    private static void Require(params string[] files)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") == "1", "other validators are asked in ./test --full only");
        if (files.FirstOrDefault(f => !Path.Exists(f)) is not { } missing) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{missing} is missing; CI needs it");
        Assert.Skip($"{missing} is missing");
    }

    private static string Repository
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "Marque.slnx"))) root = root.Parent;
            return root!.FullName;
        }
    }
}
