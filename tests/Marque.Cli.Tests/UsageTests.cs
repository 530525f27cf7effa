using System.CommandLine;

namespace Marque.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Sample sample = new();

    [Theory]
    [InlineData("asses")]
    [InlineData("assess", "--format", "yaml")]
    [InlineData("assess", "--only", "LAWS")]
    [InlineData("assess", "--relase", "1.0.0")]
    [InlineData("assess", "--as-of", "yesterday")]
    [InlineData("assess", "--as-of", "2026-02-30")]
    [InlineData("assess", "--as-of", "2026-11-24T10:00:00")]
    [InlineData("assess", "--as-of", "9999-12-31")]
    [InlineData("assess", "--as-of", "-9998-01-01")]
    [InlineData("assess", "--release")]
    [InlineData("assess", "--release", "1.0.0", "--all-releases")]
    [InlineData("assess", "a", "b")]
    [InlineData("explain")]
    [InlineData("evidence")]
    [InlineData("scan", "")]
    [InlineData("where", "")]
    [InlineData("feeds", "import", "")]
    [InlineData("feeds", "sync", "")]
    [InlineData("feeds", "import", "a.json", "--feed", "")]
    [InlineData("feeds", "import", "a.json", "--feed", " osv")]
    [InlineData("feeds", "sync", "a.json", "--feed", "a\nb")]
    [InlineData("sbom", "import", "a.json", "--product", "", "--release", "1")]
    [InlineData("sbom", "import", "a.json", "--product", "p", "--release", " ")]
    [InlineData("scan", "--limit", "x")]
    [InlineData("scan", "--limit", "-1")]
    [InlineData("scan", "--limit", "99999999999")]
    [InlineData("sbom", "show", "a.json", "--depth", "x")]
    [InlineData("evidence", "add", "a", "--every-days", "1.5")]
    [InlineData("standards", "show")]
    [InlineData("@file")]
    public void Bad_usage_gives_exit_code_2_and_says_how_it_would_be_right(params string[] args)
    {
        var ran = InProcess.Run(sample.Case, args);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.StartsWith("marque: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("--help", ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Theory]
    [InlineData(28, "there is no room left: no space; make room and run again")]
    [InlineData(5, "the system refused: no space")]
    public void What_the_system_refuses_is_no_fault_of_the_program(int error, string said)
    {
        foreach (var fault in new Exception[] { new IOException("no space", error), new AggregateException(new AggregateException(new IOException("no space", error))) })
        {
            using var text = new StringWriter();
            using var output = new Refusing(fault);
            var code = Program.Run(["standards", "list"], new Shell { Output = output, Error = text, WorkingDirectory = sample.Case, Variable = _ => null, Now = () => InProcess.Now });
            Assert.Equal(Exit.BadInput, code);
            Assert.StartsWith($"marque: {said}", text.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("marque: SOURCE is missing: File or folder: OSV,", "feeds", "import")]
    [InlineData("marque: --gate does not take 'bogus', but one of none, kev, critical,", "scan", "--gate", "bogus", "x.json")]
    public void What_is_missing_or_not_taken_is_named(string said, params string[] args)
    {
        var ran = InProcess.Run(Path.GetTempPath(), args);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.StartsWith(said, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_without_its_value_is_bad_usage_in_every_command()
    {
        var wrong = new List<string>();
        var tried = 0;
        Try(Program.Root(new Shell { Output = Stream.Null, Error = TextWriter.Null, WorkingDirectory = sample.Case, Variable = _ => null, Now = () => InProcess.Now }), []);
        Assert.Empty(wrong);
        Assert.InRange(tried, 100, int.MaxValue);

        void Try(Command command, string[] path)
        {
            foreach (var option in command.Options.Where(o => o.Arity.MinimumNumberOfValues > 0))
            {
                foreach (var form in new[] { option.Name, $"{option.Name}=" })
                {
                    tried++;
                    var ran = InProcess.Run(sample.Case, [.. path, form]);
                    if (ran.Code != Exit.BadInput || !ran.Error.Contains(option.Name, StringComparison.Ordinal)) wrong.Add($"{string.Join(' ', path)} {form}: {ran.Code} {ran.Error}");
                }
            }

            foreach (var sub in command.Subcommands) Try(sub, [.. path, sub.Name]);
        }
    }

    [Theory]
    [InlineData("there is no command 'asses'; did you mean 'assess'?", "asses")]
    [InlineData("there is no command 'lst'; did you mean 'list'?", "evidence", "lst")]
    [InlineData("there is no option '--relase' of assess; did you mean '--release'?", "assess", "--relase", "1.0.0")]
    [InlineData("there is no option '--all-release' of assess; did you mean '--all-releases'?", "assess", "--all-release")]
    [InlineData("there is no option '--methode' of add; did you mean '--method'?", "evidence", "add", "f.xml", "--series", "s", "--methode", "test")]
    [InlineData("there is no option '--rationals' of decide; did you mean '--rationale'?", "decide", "CR 1.1", "--facts", "a", "b", "--rationals", "x")]
    public void What_looks_like_an_option_or_a_command_is_not_taken_for_a_file(string expected, params string[] args)
    {
        var ran = InProcess.Run(sample.Case, args);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Equal($"marque: {expected}", ran.Error.Split('\n')[0]);
    }

    [Fact]
    public void A_text_that_begins_like_an_option_is_the_text_of_an_option_and_a_file_stands_after_two_hyphens()
    {
        Assert.DoesNotContain("there is no option", InProcess.Run(sample.Case, "decide", "CR 1.1", "--facts", "login-tests", "--by", "a", "--role", "b", "--rationale", "--because of it").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("there is no option", InProcess.Run(sample.Case, "evidence", "add", "--series", "x", "--", "--odd.xml").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain", "CR", "1.1")]
    [InlineData("decide", "CR", "1.1", "--rationale", "so")]
    public void An_id_that_nothing_quotes_is_told_so(params string[] args) =>
        Assert.Contains("CR: '1.1' behind it is no folder, and looks like its number; quote an id with a blank: 'CR 1.1'", InProcess.Run(sample.Case, args).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("--release: ", "assess", "--release", "1.1.1")]
    [InlineData("did you mean '1.1.0'?", "assess", "--release", "1.1.1")]
    [InlineData("nowhere: there is no such folder", "assess", "nowhere")]
    [InlineData("I.2.z: ", "explain", "I.2.z")]
    [InlineData("key.pub: there is no such file", "assess", "--trust", "key.pub")]
    [InlineData("key.pub: there is no such file", "assess", "--trust-legal", "key.pub")]
    [InlineData("set: there is no such folder", "standards", "list", "--legal", "set")]
    [InlineData("EN 99999: ", "standards", "show", "EN 99999")]
    public void Bad_input_gives_exit_code_2_and_names_what_and_why(string expected, params string[] args)
    {
        var ran = InProcess.Run(sample.Case, args);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Out);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_before_what_refers_into_it()
    {
        var series = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"s{i}"));
        sample.With("case/controls/a.yaml", $"requirement: I.2.f\nstatus: implemented\nhow: x\nevidence: [{series}]\n").With("case/evidence/b.yaml", "evidence:\n  - series: s0\0\n");
        var ran = InProcess.Run(sample.Root, "assess", "case");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.StartsWith("case/evidence/b.yaml:2:15: the file holds a NUL byte", ran.Error, StringComparison.Ordinal);
        Assert.Contains("there is no series 's7'", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_a_case_is_told_in_one_run_with_its_line_seen_from_here()
    {
        sample.With("case/controls/a.yaml", "requirement: I.2.f\nstatus: implementd\nhow: x\n").With("case/evidence/b.yaml", "series: b\nkind: text\npth: x\n");
        var ran = InProcess.Run(sample.Root, "assess", "case");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("case/controls/a.yaml:2:9: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'implemented'?", ran.Error, StringComparison.Ordinal);
        Assert.Contains("case/evidence/b.yaml:3:1: unknown key 'pth'; did you mean 'path'?", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_no_catalog_knows_is_a_problem_of_its_line()
    {
        sample.With("case/controls/a.yaml", "requirement: CR 9.9\nstatus: implemented\nhow: x\n");
        var ran = InProcess.Run(sample.Root, "assess", "case");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("case/controls/a.yaml:1:", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_gives_exit_code_3_without_a_stack_trace()
    {
        var broken = new Surroundings(sample.Case) { Now = () => throw new InvalidOperationException("the clock \u001b[31mbroke") };
        var ran = InProcess.Run(broken, "assess");
        Assert.Equal(Exit.Fault, ran.Code);
        Assert.Contains("a fault of Marque itself: InvalidOperationException: the clock \\u001b[31mbroke", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_shows_where_it_happened_when_asked()
    {
        var broken = new Surroundings(sample.Case) { Now = () => throw new InvalidOperationException("broke"), Variables = { ["MARQUE_DEBUG"] = "1" } };
        Assert.Contains("   at ", InProcess.Run(broken, "assess").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_the_commands()
    {
        var ran = InProcess.Run(sample.Case, "--help");
        Assert.Equal(Exit.Done, ran.Code);
        foreach (var command in new[] { "assess", "explain", "evidence", "standards", "demo" }) Assert.Contains($"  {command}", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_names_program_rules_and_legal_set()
    {
        var ran = InProcess.Run(sample.Case, "--version");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Matches(@"^marque \d+\.\d+\.\d+\nrules \d+\nlegal set \d{4}\.\d{2}\.\d+\n$", ran.Out);
        var set = InProcess.Run(sample.Case, "standards", "list", "--format", "json").Json.GetProperty("legalSet").GetProperty("version").GetString();
        Assert.EndsWith($"legal set {set}\n", ran.Out, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private sealed class Refusing(Exception fault) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw fault;

        public override void Write(ReadOnlySpan<byte> buffer) => throw fault;

        public override void Flush() => throw fault;
    }
}
