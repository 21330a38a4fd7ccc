using Diversion.Domain.Agreements;
using Diversion.Domain.Keeping;
using NodaTime;

namespace Diversion.Casework.Keeping;

/// <summary>Something that was destroyed. It names nobody but who decided it, by their id.</summary>
/// <param name="Agreement">The reference of the case; null for drafts.</param>
/// <param name="Count">How many papers or drafts; 1 for a record.</param>
/// <param name="ById">Who decided it; null when the scheme's period decided.</param>
/// <param name="Ground">Null for papers and drafts whose period was over.</param>
/// <param name="Request">The reference of the request or order.</param>
/// <param name="Status">How the case had ended: a backup from before is brought to it.</param>
public sealed record DestructionEntry(
    Instant At, DestroyedKind Kind, string? Agreement, int Count, string? ById, ErasureGround? Ground = null, string? Request = null, AgreementStatus? Status = null);

/// <summary>What was destroyed.</summary>
public enum DestroyedKind
{
    Record,
    Papers,
    Drafts,
}
