using Marque.Components;
using Marque.Text;

namespace Marque.Outside;

/// <summary>A bill of materials as it was read from a file.</summary>
/// <param name="Sbom">What it says.</param>
/// <param name="Sha256">The digest of its bytes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Shown">The name used in problems and outputs.</param>
public sealed record ReadSbom(Sbom Sbom, Digest Sha256, long Bytes, string Shown)
{
    /// <summary>Reads a file: one pass gives content and digest.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="shown">The name used in problems.</param>
    /// <param name="problems">Receives why it cannot be read.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Null: it cannot be read.</returns>
    public static ReadSbom? Of(string path, string shown, List<Problem> problems, SeeingProgress progress, CancellationToken cancel)
    {
        if (Files.WhyNot(FileKinds.Of(path)) is { } wrong)
        {
            problems.Add(new Problem(new Place(shown), wrong.Code, wrong.Message, wrong.Remedy));
            return null;
        }

        try
        {
            var handle = Files.Open(path);
            var length = RandomAccess.GetLength(handle);
            progress.Expect(length);
            using var stream = new HashingStream(handle, progress.Read, cancel);
            var read = SbomFile.Read(stream, shown);
            problems.AddRange(read.Problems);
            return read.Value is { } sbom ? new ReadSbom(sbom, stream.Finish(), length, shown) : null;
        }
        catch (UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place(shown), "file.unreadable", "the file may not be read", "give read permission"));
            return null;
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            problems.Add(new Problem(new Place(shown), "file.unreadable", $"the file cannot be read: {Files.Because(e)}"));
            return null;
        }
    }
}
