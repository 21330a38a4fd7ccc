using Diversion.Casework.Papers;

namespace Diversion.Web.Pages.CaseFiles;

/// <summary>What the lead needs for the decision on the breach, and the police for the one on the charge, to be printed.</summary>
public sealed class BreachModel(CaseFileQuery files) : CaseFilePage(files, CaseFileKind.Breach);
