namespace Diversion.Domain.Term;

/// <summary>What a provider or facilitator writes on their condition is read by the key worker: one promise a condition, whatever number of notes.</summary>
internal static class PartnerNotes
{
    public const int ReadWorkingDays = 1;

    public static string ReadId(string conditionId) => $"partner-note/{conditionId}";
}
