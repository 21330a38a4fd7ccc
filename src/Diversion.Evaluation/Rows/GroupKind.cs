namespace Diversion.Evaluation.Rows;

/// <summary>By what people are compared.</summary>
public enum GroupKind
{
    Sex,
    AgeBand,
    Ethnicity,
    OffenceGroup,
    RiskBand,
    Ward,
    District,
}
