using System.Text.Json;

namespace Marque.Text.Reading;

/// <content>Columns, for those who ask.</content>
internal ref partial struct JsonScan
{
    /// <summary>The column where the current token starts, in characters from 1; 0: no longer known. Counted on from where it was last asked.</summary>
    public int Column
    {
        get
        {
            var at = begin + (int)reader.TokenStartIndex;
            if (at < columnsTo) return 0;
            PassTo(at);
            return columns.Column;
        }
    }

    /// <summary>Where the text is not well-formed: line and column, from 1.</summary>
    public readonly (int Line, int Column) PlaceOf(JsonException bad)
    {
        var line = bad.LineNumber ?? 0;
        var shown = (int)Math.Min(int.MaxValue, line + 1);
        var counted = columns;
        var at = columnsTo;
        while (counted.Line < line)
        {
            var next = buffer.AsSpan(at, end - at).IndexOf((byte)'\n');
            if (next < 0) return (shown, 0);
            counted.Pass(buffer.AsSpan(at, next + 1));
            at += next + 1;
        }

        var behind = (bad.BytePositionInLine ?? 0) - counted.Bytes;
        if (behind < 0 || behind > end - at) return (shown, 0);
        counted.Pass(buffer.AsSpan(at, (int)behind));
        return (shown, counted.Column);
    }

    private void PassTo(int at)
    {
        columns.Pass(buffer.AsSpan(columnsTo, at - columnsTo));
        columnsTo = at;
    }
}
