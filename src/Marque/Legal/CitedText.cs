namespace Marque.Legal;

/// <summary>A citation found in words: what is cited, and the words it cites.</summary>
/// <param name="Text">The citation as written: <c>Art. 13(8), third subparagraph</c>.</param>
/// <param name="Start">Where it starts in the words.</param>
/// <param name="Provision">The provision of the Regulation, in the wording at the set's newest evidence; null for another source, or when there is none.</param>
/// <param name="Words">The Regulation's words cited: the provision, or its subparagraphs or sentences; empty for another source, or when there are none.</param>
/// <param name="Source">The other act, corrigendum, guidance or standard; null for the Regulation.</param>
public sealed record CitedText(string Text, int Start, Provision? Provision, string Words, LegalSource? Source)
{
    /// <summary>Whether it names something that is there.</summary>
    public bool Resolves => Source is not null || Words.Length > 0;
}
