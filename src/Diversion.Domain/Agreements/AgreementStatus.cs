namespace Diversion.Domain.Agreements;

public enum AgreementStatus
{
    Referred,
    Eligible,
    Control,
    Offered,
    Active,
    BreachReview,
    Concluding,
    Completed,
    Breached,
    Discontinued,
    NotEligible,
    Declined,
    Lapsed,

    /// <summary>Handed over to another force or programme. The one ending that can be taken back, until they confirm.</summary>
    Transferred,
}

public static class AgreementStatuses
{
    /// <summary>A terminal status is final.</summary>
    public static bool IsTerminal(this AgreementStatus status) =>
        status >= AgreementStatus.Completed || status == AgreementStatus.Control;

    /// <summary>Signed and not ended: conditions are being set up, carried out or settled.</summary>
    public static bool IsRunning(this AgreementStatus status) =>
        status is AgreementStatus.Active or AgreementStatus.BreachReview or AgreementStatus.Concluding;
}
