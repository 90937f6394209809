package org.homeward.outreach.http;

import java.util.Map;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.outreach.StatusCallback;
import org.homeward.outreach.StatusReports;
import org.homeward.sms.Webhooks;

/** How far a text of ours has come. */
final class StatusRoute {
  private final SignedForm forms;
  private final Webhooks webhooks;
  private final StatusReports reports;

  StatusRoute(SignedForm forms, Webhooks webhooks, StatusReports reports) {
    this.forms = forms;
    this.webhooks = webhooks;
    this.reports = reports;
  }

  Route route() {
    return Route.post("/sms/twilio/status/{messageId}", Permission.PUBLIC, this::receive);
  }

  private Reply receive(Call call) {
    StatusCallback callback =
        StatusCallback.of(call.pathText("messageId"))
            .orElseThrow(
                () -> new Problem(ProblemCode.NOT_FOUND, "No text of ours has such a name."));
    Map<String, String> form = forms.of(call, callback.path());
    webhooks.status(form).ifPresent(report -> reports.take(callback, report));
    return Reply.empty(204);
  }
}
