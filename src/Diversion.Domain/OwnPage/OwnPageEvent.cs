using Diversion.Domain.Agreements;

namespace Diversion.Domain.OwnPage;

public abstract record OwnPageEvent : AgreementEvent
{
    private OwnPageEvent()
    {
    }

    public sealed record OwnPageGiven(int Number, OwnPageWay Way, string Hash, Instant FirstUseBy) : OwnPageEvent;

    /// <summary>The person came in for the first time, or after wrong birth dates. Later visits are no events.</summary>
    /// <param name="NewHash">Of the code that took the place of a link; null with a code.</param>
    public sealed record OwnPageOpened(int Number, Instant At, string? NewHash) : OwnPageEvent;

    /// <summary>Somebody had what was given, and not the birth date.</summary>
    public sealed record OwnPageBirthDateWrong(int Number) : OwnPageEvent;

    public sealed record OwnPageStopped(int Number) : OwnPageEvent;
}
