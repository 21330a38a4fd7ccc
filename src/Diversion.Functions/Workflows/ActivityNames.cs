namespace Diversion.Functions.Workflows;

/// <summary>The activities that the workflows call. Histories in flight contain the names: a changed one breaks their replay.</summary>
public static class ActivityNames
{
    public const string AdvanceAgreement = "AdvanceAgreement";
    public const string AdvanceTrack = "AdvanceTrack";
    public const string DeliverOutbox = "DeliverOutbox";
}
