using Marque.Assessments;
using Marque.Legal;

namespace Marque.Documents.Blocks;

/// <summary>Words within a block. Text of whoever: a renderer escapes it for its format and shows controls as their codes (<see cref="Visible"/>).</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }

    /// <summary>Plain words.</summary>
    public static implicit operator Inline(string text) => new Run(text);
}

/// <summary>How words are set.</summary>
public enum Setting
{
    /// <summary>Plain.</summary>
    Plain,

    /// <summary>Strong.</summary>
    Strong,

    /// <summary>Quiet.</summary>
    Soft,

    /// <summary>Fixed width: ids of files, digests.</summary>
    Code,
}

/// <summary>Words.</summary>
/// <param name="Text">The words.</param>
/// <param name="Setting">How they are set.</param>
public sealed record Run(string Text, Setting Setting = Setting.Plain) : Inline;

/// <summary>The mark of a verdict: shape, word and colour.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Word">Another word of the program than the verdict's own, such as a state of a fact; null: the verdict's. Short: it is not broken.</param>
public sealed record VerdictMark(Verdict Verdict, string? Word = null) : Inline;

/// <summary>On what an entry rests.</summary>
/// <param name="Tag">The tag.</param>
public sealed record TagMark(Tag Tag) : Inline;

/// <summary>A reference to another place of the document.</summary>
/// <param name="Target">The id of a heading or row of the same document.</param>
/// <param name="Text">The words.</param>
public sealed record Link(string Target, string Text) : Inline;

/// <summary>A citation of a provision, such as <c>Art. 13(2)</c>.</summary>
/// <param name="Citation">The citation; it resolves in the legal set.</param>
public sealed record Cite(string Citation) : Inline;

/// <summary>A file that lies beside the document.</summary>
/// <param name="Path">Relative to the document, with <c>/</c>.</param>
/// <param name="Text">The words.</param>
public sealed record FileLink(string Path, string Text) : Inline;

/// <summary>A new line within the block.</summary>
public sealed record LineBreak : Inline;
