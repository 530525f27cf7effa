using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Marque.Store;

/// <summary>Statements with values by position: <c>@1</c>, <c>@2</c>.</summary>
internal static class Sql
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 16).Select(i => "@" + i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>A statement to be run many times, each time with <see cref="With"/>.</summary>
    public static SqliteCommand Prepared(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // All of it is this program's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Sets the values.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] switch
            {
                null => DBNull.Value,
                bool flag => flag ? 1L : 0L,
                var other => other,
            };
            if (i < command.Parameters.Count) command.Parameters[i].Value = value;
            else command.Parameters.AddWithValue(Names[i], value);
        }

        return command;
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>The number of rows changed.</returns>
    public static int Run(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Prepared(connection, sql).With(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The one value of a query; the default where there is no row, or null in it.</summary>
    public static T? Scalar<T>(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Prepared(connection, sql).With(values);
        return command.Value<T>();
    }

    /// <summary>The one value of a prepared query.</summary>
    public static T? Value<T>(this SqliteCommand command) => command.ExecuteScalar() is T value ? value : default;

    /// <summary>The rows of a query.</summary>
    public static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var command = Prepared(connection, sql).With(values);
        return command.Rows(row);
    }

    /// <summary>The rows of a prepared query.</summary>
    public static List<T> Rows<T>(this SqliteCommand command, Func<SqliteDataReader, T> row)
    {
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>A text that may be null.</summary>
    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
