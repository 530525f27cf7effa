using Marque.Text;
using Microsoft.Data.Sqlite;

namespace Marque.Store;

/// <summary>The store cannot do what is asked: damaged, locked, full, made by a newer program. Caught once, at the outer shell.</summary>
/// <param name="problem">What is wrong, and what would be right.</param>
public sealed class StoreException(Problem problem) : Exception(problem.Message)
{
    /// <summary>What is wrong, and what would be right.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>What an exception of the database, of its files or of the store says to a person; null: it is none of these.</summary>
    /// <param name="fault">What was thrown.</param>
    public static Problem? Of(Exception fault) => fault switch
    {
        StoreException store => store.Problem,
        AggregateException many => many.Flatten().InnerExceptions.Select(Of).FirstOrDefault(p => p is not null),
        SqliteException { SqliteErrorCode: var code } sqlite => Said("the store", code, sqlite.Message),
        _ => null,
    };

    // Result codes: https://www.sqlite.org/rescode.html
    internal static Problem Said(string file, int code, string message) => code switch
    {
        5 or 6 => new Problem(new Place(file), "store.locked", "another program holds the database", "run again when it has ended"),
        8 => new Problem(new Place(file), "store.read-only", "the data directory may not be written", "give write permission, or name another with --data"),
        10 => new Problem(new Place(file), "store.io", $"the disk refused: {message}", "see to the disk; nothing half-written counts"),
        11 or 26 => new Problem(new Place(file), "store.damaged", "the database is damaged", "move the file away, or restore it; feeds and SBOMs can be imported anew"),
        13 => new Problem(new Place(file), "store.full", "the disk is full", "make room and run again; nothing half-written counts"),
        14 => new Problem(new Place(file), "store.unreadable", "the database cannot be opened", "see to its permissions, or name another data directory with --data"),
        _ => new Problem(new Place(file), "store.fault", $"the database refused: {message}"),
    };
}
