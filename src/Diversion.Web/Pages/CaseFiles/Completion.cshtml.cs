using Diversion.Casework.Papers;

namespace Diversion.Web.Pages.CaseFiles;

/// <summary>Why no charge follows, to be printed: what was agreed, what was done, and who decided.</summary>
public sealed class CompletionModel(CaseFileQuery files) : CaseFilePage(files, CaseFileKind.Completion);
