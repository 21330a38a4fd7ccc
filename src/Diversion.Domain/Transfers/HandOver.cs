using Diversion.Domain.Agreements;

namespace Diversion.Domain.Transfers;

/// <summary>
/// The case was handed over to another force or programme. Until they confirm that they have it, it can be taken back, and
/// the charge-by date is watched here; afterwards it is theirs.
/// </summary>
/// <param name="Organisation">Who takes it.</param>
/// <param name="Contact">Whom to ring there, and how.</param>
/// <param name="Event">The number of the event that handed it over: the last that they get.</param>
/// <param name="Suspended">What was owed then. It goes with the case, or is owed here again when the case is taken back.</param>
public sealed record HandOver(string Organisation, string Contact, string By, Instant At, int Event, ImmutableArray<Obligation> Suspended)
{
    /// <summary>Who confirmed it there; null until somebody has.</summary>
    public string? ConfirmedBy { get; init; }

    public Instant? ConfirmedAt { get; init; }

    public bool IsConfirmed => ConfirmedAt is not null;
}

/// <summary>Where a case came from that another force or programme handed over.</summary>
/// <param name="Programme">As it calls itself.</param>
/// <param name="Events">How many of the events happened there: those up to this number.</param>
/// <param name="Chain">The hash of the last of them.</param>
public sealed record Origin(string Programme, int Events, string Chain, Instant ReceivedAt, string ReceivedBy);
