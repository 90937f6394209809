package org.homeward.kiosk.http;

import java.util.List;
import org.homeward.http.Call;
import org.homeward.http.Permission;
import org.homeward.http.Problem;
import org.homeward.http.ProblemCode;
import org.homeward.http.Reply;
import org.homeward.http.Route;
import org.homeward.kiosk.FacilityOptions;
import org.homeward.kiosk.Options;
import org.jspecify.annotations.Nullable;

/**
 * What a facility's tablets do besides the three questions; tablets hear of it with their set-up.
 */
public final class OptionsRoutes {
  private final FacilityOptions options;

  public OptionsRoutes(FacilityOptions options) {
    this.options = options;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/kiosk-options", Permission.ADMINISTRATOR, this::show),
        Route.put("/api/v1/kiosk-options", Permission.ADMINISTRATOR, this::choose));
  }

  private Reply show(Call call) {
    return Reply.ok(options.of(call.facility()));
  }

  private record OptionsBody(
      @Nullable Boolean offerHelp,
      @Nullable Boolean askNumber,
      @Nullable Boolean teachBack,
      @Nullable Boolean keepAbandonedAnswers) {}

  private Reply choose(Call call) {
    OptionsBody body = call.body(OptionsBody.class);
    Options chosen =
        new Options(
            said(body.offerHelp()),
            said(body.askNumber()),
            said(body.teachBack()),
            said(body.keepAbandonedAnswers()));
    options.choose(call.facility(), chosen);
    return Reply.ok(chosen);
  }

  private static boolean said(@Nullable Boolean option) {
    if (option == null) {
      throw new Problem(
          ProblemCode.OPTIONS_MALFORMED,
          "All of offerHelp, askNumber, teachBack and keepAbandonedAnswers are needed, each true or"
              + " false. Nothing was changed.");
    }
    return option;
  }
}
