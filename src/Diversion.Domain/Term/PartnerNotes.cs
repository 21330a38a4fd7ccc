namespace Diversion.Domain.Term;

/// <summary>
/// The key worker reads what a provider or facilitator writes on their condition: one obligation per condition, however
/// many notes.
/// </summary>
internal static class PartnerNotes
{
    public const int ReadWorkingDays = 1;

    public static string ReadId(string conditionId) => $"partner-note/{conditionId}";
}
