using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using NodaTime;

namespace Diversion.Casework.OffenceCodes;

/// <summary>The table that is loaded; all null or zero when none is.</summary>
/// <param name="Count">How many codes it has.</param>
/// <param name="Imports">How many tables were imported so far, this one included.</param>
public sealed record OffenceTableView(int Count, int Imports, Instant? ImportedAt = null, string? ImportedBy = null);

/// <summary>Looks up codes of the force's table, and shows what is loaded.</summary>
public sealed class OffenceCodesQuery(OffenceTableService table)
{
    public const int MostFound = 20;

    /// <summary>What is typed to find a code is never longer.</summary>
    public const int LongestText = 200;

    public async ValueTask<bool> HasTable(CancellationToken cancellation = default) => await table.Current(cancellation) is not null;

    public async ValueTask<Reply<OffenceTableView>> Loaded(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeOffenceTable(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return await table.Current(cancellation) is { } loaded
            ? new OffenceTableView(loaded.Codes.Length, loaded.Version, loaded.At, loaded.By.Name)
            : new OffenceTableView(0, 0);
    }

    /// <summary>Codes for a code, a classification or words; none without a table.</summary>
    public async ValueTask<Reply<IReadOnlyList<OffenceCode>>> Search(string text, Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayLookUpOffences(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        return new Reply<IReadOnlyList<OffenceCode>>.Given(
            await table.Current(cancellation) is { } loaded && text.Length <= LongestText ? [.. loaded.Search(text, MostFound)] : []);
    }
}
