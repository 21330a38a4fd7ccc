namespace Diversion.Casework.Drafts;

/// <param name="Address">Local path and query of the page that the form was sent to.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="IsForm">The form as it was sent, as JSON of names and values; otherwise the page that answered it, as HTML.</param>
public sealed record KeptAnswer(string Address, int Status, bool IsForm, string Text);
