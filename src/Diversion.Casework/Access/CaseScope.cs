namespace Diversion.Casework.Access;

/// <summary>What somebody of a role sees of the cases to which they stand in one relation.</summary>
/// <param name="Visible">Access to the other cases of a role asks for a reason each time, and is logged.</param>
public sealed record CaseScope(CaseRelation Relation, RecordVisibility Visible);
