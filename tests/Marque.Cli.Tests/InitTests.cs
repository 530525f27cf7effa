using Marque.Outside;

namespace Marque.Cli.Tests;

public sealed class InitTests : IDisposable
{
    private static readonly string[] Needed = ["--name", "Door Lock", "--connection", "Bluetooth to the owner's telephone.", "--excluded", "none", "--commercial", "true", "--part", "lock:embedded-device:2"];

    private readonly string folder = Directory.CreateTempSubdirectory("marque-init-").FullName;

    [Fact]
    public void A_case_that_assess_accepts_is_made_from_options_alone()
    {
        var ran = InProcess.Run(folder, ["init", "lock", .. Needed]);
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        Assert.Contains("written: lock/marque.yaml", ran.Out, StringComparison.Ordinal);
        Assert.Contains("What comes next", ran.Out, StringComparison.Ordinal);
        Assert.Equal(Exit.FallsShort, InProcess.Run(folder, "assess", "lock").Code);
        var read = CaseFolder.Read(Path.Combine(folder, "lock"));
        Assert.Empty(read.Problems);
        Assert.Equal(("door-lock", "Door Lock"), (read.Value!.Case.Id, read.Value.Case.Name));
        // What was not said is not invented.
        Assert.Null(read.Value.Case.Product!.Classification);
        Assert.Null(read.Value.Case.Product.Manufacturer);
        Assert.Empty(read.Value.Case.Adoptions);
    }

    [Fact]
    public void Everything_that_is_said_stands_in_the_case()
    {
        InProcess.Run(folder, "init", "sdl", "--process-case", "--name", "Development process");
        var ran = InProcess.Run(folder, ["init", "lock", .. Needed, "--part", "cloud:remote", "--id", "lock-1", "--foss", "true", "--public-documentation", "true", "--manufacturer", "Example AB", "--address", "Street 1: \"here\"", "--contact", "psirt@example.com",
            "--purpose", "Locks a door.", "--core-functionality", "Locking.", "--category", "iii-i-17", "--because", "A smart door lock.", "--procedure", "A", "--process", "sdl", "--adopt", "true", "--release", "1.0.0"]);
        Assert.Equal((Exit.Done, ""), (ran.Code, ran.Error));
        var read = CaseFolder.Read(Path.Combine(folder, "lock"));
        Assert.Empty(read.Problems);
        var (c, product) = (read.Value!.Case, read.Value.Case.Product!);
        Assert.Equal(("lock-1", "Example AB", "Street 1: \"here\"", "psirt@example.com"), (c.Id, product.Manufacturer, product.Address, product.Contact?.Email));
        Assert.Equal(("III-I-17", "A smart door lock.", "A"), (product.Classification!.Category, product.Classification.Because, product.Procedure));
        Assert.Equal((true, true, true), (product.IsFreeAndOpenSource, product.HasPublicTechnicalDocumentation, product.Parts[1].IsRemoteDataProcessing));
        Assert.Equal(("sdl", "../sdl"), (c.Uses[0].Id == "development-process" ? "sdl" : c.Uses[0].Id, c.Uses[0].Path));
        Assert.Equal("iec62443-to-cra", Assert.Single(c.Adoptions).Bridge);
        Assert.Equal(("1.0.0", "1.x"), (Assert.Single(c.Releases).Version, Assert.Single(c.Lines).Id));
        // Adopted at the digests of today: nothing is suspect.
        Assert.DoesNotContain("is not the one taken up", InProcess.Run(folder, "assess", "lock").Out, StringComparison.Ordinal);
        // Article 32(5) opens module A, and the answer says so.
        Assert.Contains("Art. 32(5)", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_that_is_missing_is_named_in_one_run_with_its_option()
    {
        var ran = InProcess.Run(folder, "init", "lock");
        Assert.Equal(Exit.BadInput, ran.Code);
        foreach (var option in (string[])["--name", "--connection", "--excluded", "--commercial", "--part"]) Assert.Contains($"{option}: this is not said", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "lock")));
    }

    [Theory]
    [InlineData("--part", "lock:robot:2", "is no part")]
    [InlineData("--part", "lock:embedded-device:5", "is no part")]
    [InlineData("--part", "lock:embedded-device:2", "two parts are called 'lock'")]
    [InlineData("--category", "III-I-17x", "did you mean 'III-I-17'?")]
    [InlineData("--role", "maker", "is none of its words")]
    [InlineData("--excluded", "2(9)", "is no exclusion of Article 2")]
    [InlineData("--process", "nowhere", "does not read")]
    [InlineData("--release", "../1.0", "cannot be the name of a file")]
    public void An_answer_that_is_none_is_refused_and_nothing_is_written(string option, string value, string message)
    {
        string[] answers = option == "--excluded" ? Instead(option, value) : ["init", "lock", .. Needed, option, value];
        var ran = InProcess.Run(folder, answers);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "lock")));
    }

    [Theory]
    [InlineData("--excluded", "2(3)", "Article 2(3)")]
    [InlineData("--connection", "none", "Article 2(1)")]
    [InlineData("--commercial", "false", "Article 3(22)")]
    public void A_product_out_of_scope_gets_no_case_and_the_provision(string option, string value, string basis)
    {
        var ran = InProcess.Run(folder, Instead(option, value));
        Assert.Equal(Exit.FallsShort, ran.Code);
        Assert.Contains(basis, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "lock")));
    }

    [Fact]
    public void A_case_that_stands_there_is_never_overwritten()
    {
        InProcess.Run(folder, ["init", "lock", .. Needed]);
        var before = File.ReadAllBytes(Path.Combine(folder, "lock", "marque.yaml"));
        var ran = InProcess.Run(folder, ["init", "lock", .. Needed, "--id", "other"]);
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("a case stands here already", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, "lock", "marque.yaml")));
    }

    [Fact]
    public void A_dry_run_shows_the_files_and_writes_none()
    {
        var ran = InProcess.Run(folder, ["init", "lock", .. Needed, "--dry-run"]);
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("+product:", ran.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "lock")));
    }

    [Fact]
    public void A_person_is_asked_in_the_order_of_the_law_and_may_read_the_descriptions()
    {
        var ran = Answering(
            "Door Lock", "", "Bluetooth to a telephone.", "n",
            "", "2(9)", "none", "", "y",
            "Example AB", "", "psirt@example.com", "Locks a door.", "Locking.",
            "lock:robot:2", "lock:embedded-device:2", "",
            "?door", "? III-I-12", "III-I-18x", "III-I-17", "A smart door lock.",
            "", "y", "1.x", "", "later", "y");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("It applies to you as manufacturer.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean III-I-18?", ran.Error, StringComparison.Ordinal);
        Assert.Contains("The description of modems and switches is not verified here", ran.Error, StringComparison.Ordinal);
        // Class I without a harmonised standard: module A is closed, and that is shown before the procedure is asked for.
        Assert.Contains("Conformity assessment procedures, Article 32", ran.Error, StringComparison.Ordinal);
        Assert.Equal("III-I-17", CaseFolder.Read(folder).Value!.Case.Product!.Classification!.Category);
    }

    [Fact]
    public void Leaving_at_any_question_writes_nothing()
    {
        string[] answers = ["Door Lock", "", "Bluetooth.", "n", "none", "", "y", "", "", "", "", ""];
        for (var i = 0; i < answers.Length; i++)
        {
            var ran = Answering(answers[..i]);
            Assert.Equal(Exit.Interrupted, ran.Code);
            Assert.Empty(Directory.GetFileSystemEntries(folder));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string[] Instead(string option, string value)
    {
        string[] answers = ["init", "lock", .. Needed];
        answers[Array.IndexOf(answers, option) + 1] = value;
        return answers;
    }

    private Ran Answering(params string[] answers) => InProcess.Run(new Surroundings(folder) { Input = string.Concat(answers.Select(a => $"{a}\n")) }, "init");
}
