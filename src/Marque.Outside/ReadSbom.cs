using Marque.Components;
using Marque.Components.Conformance;
using Marque.Text;

namespace Marque.Outside;

/// <summary>A bill of materials as it was read from a file.</summary>
/// <param name="Sbom">What it says.</param>
/// <param name="Sha256">The digest of the file's bytes, as they are; of a packed file those of the packed one.</param>
/// <param name="Bytes">The file's size, likewise.</param>
/// <param name="Path">Its absolute path.</param>
/// <param name="Shown">The name used in problems and outputs.</param>
public sealed record ReadSbom(Sbom Sbom, Digest Sha256, long Bytes, string Path, string Shown)
{
    /// <summary>Reads a file, also one packed with gzip: one pass gives content and digest.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="shown">The name used in problems.</param>
    /// <param name="problems">Receives why it cannot be read.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Null: it cannot be read.</returns>
    public static ReadSbom? Of(string path, string shown, List<Problem> problems, SeeingProgress progress, CancellationToken cancel) => Opened(path, shown, problems, progress, (content, bytes, length) =>
    {
        var read = SbomFile.Read(content, shown);
        problems.AddRange(read.Problems);
        if (read.Value is not { } sbom) return null;
        // To the very end, which tells whether a packed file is whole.
        content.CopyTo(Stream.Null);
        return new ReadSbom(sbom, bytes.Finish(), length, path, shown);
    }, cancel);

    /// <summary>Reads the file once more, for what its format has against it; null with a problem.</summary>
    /// <param name="problems">Receives why it cannot be read.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Ends the work.</param>
    public ConformanceResult? Conformance(List<Problem> problems, SeeingProgress progress, CancellationToken cancel) =>
        Opened(Path, Shown, problems, progress, (content, _, _) => ConformanceCheck.Run(content, cancel), cancel);

    private static T? Opened<T>(string path, string shown, List<Problem> problems, SeeingProgress progress, Func<Stream, HashingStream, long, T?> read, CancellationToken cancel) where T : class
    {
        var wrong = Files.WhyNot(FileKinds.Of(path));
        try
        {
            if (wrong is null)
            {
                var handle = Files.Open(path);
                var length = RandomAccess.GetLength(handle);
                progress.Expect(length);
                using var bytes = new HashingStream(handle, progress.Read, cancel);
                if (!Unpacked.Is(handle)) return read(bytes, bytes, length);
                using var content = new Unpacked(handle, bytes);
                return read(content, bytes, length);
            }
        }
        catch (InvalidDataException e)
        {
            wrong = ("sbom.packed", $"the file is packed with gzip, and {e.Message}", "pack it anew, or give what was packed");
        }
        catch (UnauthorizedAccessException)
        {
            wrong = Files.WhyNot(FileKind.Denied);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            wrong = ("file.unreadable", $"the file cannot be read: {Files.Because(e)}", "");
        }

        problems.Add(new Problem(new Place(shown), wrong!.Value.Code, wrong.Value.Message, wrong.Value.Remedy));
        return null;
    }
}
