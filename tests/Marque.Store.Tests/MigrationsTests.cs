using Microsoft.Data.Sqlite;

namespace Marque.Store.Tests;

public sealed class MigrationsTests
{
    [Fact]
    public void Every_step_is_applied_once()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Assert.Equal(0, Migrations.Of(connection));
        Migrations.Apply(connection, "marque.db");
        Assert.Equal(Migrations.Newest, Migrations.Of(connection));
        Migrations.Apply(connection, "marque.db");
        Assert.Equal(Migrations.Newest, Sql.Scalar<long>(connection, "select count(*) from schema_version"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_database_at_the_one_before()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Sql.Run(connection, "create table release (taken integer)");
        Assert.Throws<SqliteException>(() => Migrations.Apply(connection, "marque.db"));
        Assert.Equal(0, Migrations.Of(connection));
        Assert.Equal(1, Sql.Scalar<long>(connection, "select count(*) from sqlite_master where type = 'table'"));
    }
}
