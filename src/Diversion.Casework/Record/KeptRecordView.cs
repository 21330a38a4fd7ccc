using Diversion.Domain.Keeping;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>How long the record is kept.</summary>
/// <param name="Until">A lead reviewed it and keeps it until this day.</param>
/// <param name="ErasureOrderedAt">From then on nothing is recorded.</param>
/// <param name="ErasedAt">From then on it names nobody.</param>
public sealed record KeptRecordView(IReadOnlyList<HoldView> Holds, LocalDate? Until, Instant? ErasureOrderedAt, Instant? ErasedAt)
{
    internal static KeptRecordView Of(KeepingState state) =>
        new([.. state.Holds.Select(hold => new HoldView(hold.Number, hold.Cause, hold.By.Name, hold.At))], state.Until, state.Ordered?.At, state.ErasedAt);
}

/// <param name="Number">In the case, from 1.</param>
public sealed record HoldView(int Number, HoldCause Cause, string By, Instant At);
