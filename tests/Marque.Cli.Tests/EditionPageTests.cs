using System.Text.RegularExpressions;

namespace Marque.Cli.Tests;

/// <summary>The page on editions is a case and what the program says of it: its files are written as they stand there, its commands run, and their output is what the page shows.</summary>
public sealed partial class EditionPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("marque-editions-").FullName;

    [Fact]
    public void Every_file_and_every_command_of_the_page_does_what_it_shows()
    {
        var page = File.ReadAllText(Path.Combine(Beside.Repository, "docs", "editions.md")).Replace("\r\n", "\n", StringComparison.Ordinal);
        var (files, commands) = (0, 0);
        foreach (Match fence in Fences().Matches(page))
        {
            var text = fence.Groups["text"].Value;
            if (fence.Groups["language"].Value == "yaml")
            {
                var path = Path.Combine(folder, text[2..text.IndexOf('\n', StringComparison.Ordinal)]);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
                files++;
                continue;
            }

            var (command, shown) = (text[..text.IndexOf('\n', StringComparison.Ordinal)], text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            Assert.StartsWith("$ marque ", command, StringComparison.Ordinal);
            var ran = InProcess.Run(folder, command["$ marque ".Length..].Split(' '));
            var (expected, lines) = (Lines(shown), Lines(ran.Out));
            string[] fitted = [.. lines.Select((l, i) => i < expected.Length && expected[i].EndsWith("...", StringComparison.Ordinal) && l.StartsWith(expected[i][..^3], StringComparison.Ordinal) ? expected[i] : l)];
            Assert.Equal(expected, fitted);
            commands++;
        }

        Assert.True(files >= 5 && commands >= 3, $"{files} files, {commands} commands");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string[] Lines(string text) => [.. text.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd())];

    [GeneratedRegex("^```(?<language>yaml|console)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fences();
}
