namespace Diversion.Domain.Agreements;

internal static class Alerts
{
    public static AgreementState Raise(AgreementState state, AlertKind kind, string subject, Instant at) => state with
    {
        AlertsRaised = state.AlertsRaised + 1,
        Alerts = state.Alerts.Add(new Alert($"alert-{state.AlertsRaised + 1}", kind, subject, at)),
    };
}
