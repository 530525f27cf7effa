using System.Text;
using Marque.Advisories.Feeds;
using Marque.Outside.Feeds;
using Marque.Outside;

namespace Marque.Fuzz;

/// <summary>Feeds under attack.</summary>
internal static class Feeds
{
    /// <summary>A small record.</summary>
    public static byte[] Record(int number) => Encoding.UTF8.GetBytes($$"""{"id":"X-{{number}}","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":"p{{number}}"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}""");

    /// <summary>Imports a file; either there are problems with a message, or there is content.</summary>
    public static void Import(string path)
    {
        var opened = FeedSource.Open(path, "input");
        var problems = opened.Problems;
        if (opened.Value is { } source)
        {
            var read = FeedImport.Read(source, "fuzz", null, 1, new SeeingProgress(), CancellationToken.None);
            if (read.Value is { } content)
            {
                if (content.Read != content.Added + content.Unchanged + content.RefusedCount && content.Kind == FeedKind.Osv) throw new InvalidOperationException("records are lost");
                return;
            }

            problems = read.Problems;
        }

        if (problems.Count == 0 || problems.Any(p => p.Message.Length == 0)) throw new InvalidOperationException("refused without a reason");
    }
}
