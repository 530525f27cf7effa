using System.Globalization;
using System.Reflection;
using Marque.Text;
using Microsoft.Data.Sqlite;

namespace Marque.Store;

/// <summary>The numbered steps from an empty database to today's tables, each in a transaction of its own.</summary>
internal static class Migrations
{
    private const string Prefix = "migrations/";

    /// <summary>The number of the newest step that this program knows.</summary>
    public static int Newest => Names().Count;

    /// <summary>The step that a database stands at; 0: none.</summary>
    public static int Of(SqliteConnection connection)
    {
        if (Sql.Scalar<long>(connection, "select count(*) from sqlite_master where type = 'table' and name = 'schema_version'") == 0) return 0;
        return (int)Sql.Scalar<long>(connection, "select coalesce(max(version), 0) from schema_version");
    }

    /// <summary>Refuses a database of a newer program.</summary>
    /// <exception cref="StoreException">It is newer.</exception>
    public static void RefuseNewer(int version, string file)
    {
        if (version > Newest) throw new StoreException(new Problem(new Place(file), "store.newer", $"this store is at step {version}, and this program knows steps up to {Newest}", "use the newer program that made it, or another data directory with --data"));
    }

    /// <summary>Brings the database to the newest step.</summary>
    public static void Apply(SqliteConnection connection, string file)
    {
        var at = Of(connection);
        RefuseNewer(at, file);
        var names = Names();
        for (var step = at; step < names.Count; step++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (step == 0) Sql.Run(connection, "create table schema_version (version integer primary key)");
            Sql.Run(connection, Text(names[step]));
            Sql.Run(connection, "insert into schema_version (version) values (@1)", step + 1);
            transaction.Commit();
        }
    }

    private static List<string> Names()
    {
        List<string> names = [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        for (var i = 0; i < names.Count; i++)
        {
            if (!names[i].StartsWith($"{Prefix}{(i + 1).ToString("0000", CultureInfo.InvariantCulture)}-", StringComparison.Ordinal)) throw new InvalidOperationException($"The migrations are not numbered without a gap: {names[i]}.");
        }

        return names;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        // The one column type whose name differs between databases.
        return reader.ReadToEnd().Replace("{blob}", "blob", StringComparison.Ordinal);
    }
}
