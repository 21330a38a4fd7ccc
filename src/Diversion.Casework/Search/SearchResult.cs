using Diversion.Domain.Agreements;
using NodaTime;

namespace Diversion.Casework.Search;

/// <param name="Hits">By name, at most 50.</param>
/// <param name="More">There may be more than are shown: type more of the name.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool More);

/// <param name="BornOn">Left out for those who do not see it.</param>
/// <param name="Own">Opening it needs no reason.</param>
public sealed record SearchHit(
    string Agreement, string Name, LocalDate? BornOn, AgreementStatus Status, string StatusWords, string? KeyWorker, string? Team, bool Own);
