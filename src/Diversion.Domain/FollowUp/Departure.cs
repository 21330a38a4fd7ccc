namespace Diversion.Domain.FollowUp;

/// <summary>From that day the person's offending cannot be followed up any more.</summary>
public sealed record Departure(LocalDate On, DepartureCause Cause);

public enum DepartureCause
{
    Died,
    MovedAbroad,
}
