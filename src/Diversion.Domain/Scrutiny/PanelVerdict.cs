namespace Diversion.Domain.Scrutiny;

/// <summary>What a scrutiny panel, or one member of it, says about how a case was dealt with.</summary>
public enum PanelVerdict
{
    Appropriate,
    AppropriateWithObservations,
    Inappropriate,
    NoAgreement,
}

public static class PanelVerdicts
{
    public static string InWords(this PanelVerdict verdict) => verdict switch
    {
        PanelVerdict.Appropriate => "appropriate and consistent",
        PanelVerdict.AppropriateWithObservations => "appropriate with observations",
        PanelVerdict.Inappropriate => "inappropriate",
        _ => "panel fails to agree",
    };
}
