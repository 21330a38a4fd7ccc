namespace Diversion.Web.Portal;

/// <summary>The pages of one agreement, in the order of its sub-navigation. The names are shown.</summary>
public enum AgreementPart
{
    Overview,
    Appointments,
    Conditions,
    Contact,
    Papers,
    Timeline,
}
