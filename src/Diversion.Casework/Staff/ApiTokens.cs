using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.Staff;

/// <summary>
/// Tokens of programs: 256 random bits, of which only the SHA-256 is kept. Whose a token is, is known from the directory in
/// memory; that it was used is written down at most once an hour.
/// </summary>
public sealed class ApiTokens(Rulebook rulebook, StaffService staff, ITableStore store)
{
    /// <summary>Tells a token from one that names a person, and lets a search find one that was left lying about.</summary>
    public const string Prefix = "dvt_";

    private const int RandomBytes = 32;
    private const int IdBytes = 6;
    /// <summary>The partition of the settings with when each was used last.</summary>
    internal const string Uses = "token-uses";

    private static readonly Duration Seldom = Duration.FromHours(1);
    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(RandomBytes);

    private readonly ConcurrentDictionary<string, Instant> written = new();

    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static string MakeId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <returns>Null when it is made up, revoked or expired, or whoever made it does not lead the programme any more.</returns>
    public async ValueTask<ApiToken?> Find(string secret, Instant now, CancellationToken cancellation = default)
    {
        if (secret.Length != Length || !secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        await staff.Refresh(now, cancellation);
        return rulebook.Programme.Tokens.GetValueOrDefault(HashOf(secret)) is { } token && now < token.ExpiresAt ? token : null;
    }

    /// <summary>If the store does not answer, nothing is written: the request goes on.</summary>
    public async ValueTask Used(ApiToken token, Instant now, CancellationToken cancellation = default)
    {
        if (written.TryGetValue(token.Id, out var last) && now - last < Seldom)
        {
            return;
        }

        written[token.Id] = now;
        try
        {
            await store.Commit(
                new TableTransaction(Tables.Settings, Uses, [new RowChange.Upsert(token.Id, RowOf<TokenUse>.Write(new TokenUse(now)))]), [], cancellation);
        }
        catch (StorageUnavailableException)
        {
            written.TryRemove(token.Id, out _);
        }
    }

    /// <summary>For programme leads: those that work first, then by name.</summary>
    public async ValueTask<Reply<IReadOnlyList<ApiTokenView>>> All(Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeStaff(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (await staff.Find(StaffId.Programme, cancellation) is not { } state)
        {
            return new Reply<IReadOnlyList<ApiTokenView>>.Given([]);
        }

        var used = await store.Rows(Tables.Settings, Uses, cancellation: cancellation).ToDictionaryAsync(row => row.Row, row => RowOf<TokenUse>.Read(row).At, cancellationToken: cancellation);
        return new Reply<IReadOnlyList<ApiTokenView>>.Given(
        [
            .. state.Tokens
                .Select(token => new ApiTokenView(
                    token.Id, token.Name, token.Scope, token.CreatedBy, token.CreatedAt, token.ExpiresAt, state.StandingOf(token, now), used.TryGetValue(token.Id, out var at) ? at : null))
                .OrderBy(token => token.Standing).ThenBy(token => token.Name, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    /// <summary>As stored.</summary>
    private sealed record TokenUse(Instant At);
}
